package dev.benchtop.ui.flash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.ui.CommandLine;

/** What the pages of the wizard fill in. Used on the UI thread only. */
final class FlashSettings {

	private String image = ""; //$NON-NLS-1$
	private Path path;
	private ImageInfo info;
	private Board board;
	private Node flasher;
	private String target = ""; //$NON-NLS-1$
	private boolean verify = true;
	private boolean thenOn;
	private String sha256 = ""; //$NON-NLS-1$

	String image() {
		return image;
	}

	/** Names another image, of which nothing is known yet. */
	FlashSettings image(String text) {
		image = text;
		path = null;
		info = null;
		return this;
	}

	/** What was found in the image. */
	void found(Path file, ImageInfo facts) {
		path = file;
		info = facts;
	}

	Optional<ImageInfo> info() {
		return Optional.ofNullable(info);
	}

	/** The board whose targets are offered; empty for all. */
	Optional<Board> board() {
		return Optional.ofNullable(board);
	}

	FlashSettings board(Board offered) {
		board = offered;
		return this;
	}

	FlashSettings target(Node node, String name) {
		flasher = node;
		target = name;
		return this;
	}

	Optional<Node> flasher() {
		return Optional.ofNullable(flasher);
	}

	String target() {
		return target;
	}

	boolean verify() {
		return verify;
	}

	void verify(boolean wanted) {
		verify = wanted;
	}

	boolean thenOn() {
		return thenOn;
	}

	void thenOn(boolean wanted) {
		thenOn = wanted;
	}

	String sha256() {
		return sha256;
	}

	void sha256(String digest) {
		sha256 = digest.strip();
	}

	/** Whether image and target are known. */
	boolean complete() {
		return path != null && info != null && flasher != null && !target.isEmpty();
	}

	FlashRequest request() {
		return new FlashRequest(path, Urls.redacted(image), target, verify, sha256.isEmpty() ? Optional.empty() : Optional.of(sha256));
	}

	/** The line of the command line that does the same. */
	String commandLine() {
		final var words = new ArrayList<String>();
		words.add("flash"); //$NON-NLS-1$
		words.add(flasher.board().name() + '/' + flasher.path() + ':' + target);
		words.add(Urls.redacted(image));
		if (!sha256.isEmpty()) {
			words.add("--sha256"); //$NON-NLS-1$
			words.add(sha256);
		}
		if (!verify) {
			words.add("--no-verify"); //$NON-NLS-1$
		}
		return CommandLine.of(words);
	}
}
