package dev.benchtop.ui.flash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Party;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.ui.CommandLine;

/** What the pages of the wizard fill in. Used on the UI thread only. */
final class FlashSettings {

	/** A target that was chosen, with what the user has said to its guard. */
	record Choice(Node flasher, Target target, Consent consent) {
	}

	private String image = ""; //$NON-NLS-1$
	private Path path;
	private ImageInfo info;
	private List<Board> boards = List.of();
	private Node flasher;
	private String target = ""; //$NON-NLS-1$
	private List<Choice> choices = List.of();
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

	/** The boards whose targets are offered; none for all. */
	List<Board> boards() {
		return boards;
	}

	FlashSettings board(Board offered) {
		return boards(List.of(offered));
	}

	FlashSettings boards(List<Board> offered) {
		boards = List.copyOf(offered);
		return this;
	}

	/** The flasher and the target that are meant from the beginning; an empty name is the flasher's first. */
	FlashSettings target(Node node, String name) {
		flasher = node;
		target = name;
		return this;
	}

	/** What was chosen; the first of it is what is meant from now on. */
	void choices(List<Choice> chosen) {
		choices = List.copyOf(chosen);
		if (!chosen.isEmpty()) {
			target(chosen.getFirst().flasher(), chosen.getFirst().target().name());
		}
	}

	List<Choice> choices() {
		return choices;
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
		return request(target, choices.isEmpty() ? Consent.NONE : choices.getFirst().consent());
	}

	private FlashRequest request(String name, Consent consent) {
		return new FlashRequest(path, Urls.redacted(image), name, verify, sha256.isEmpty() ? Optional.empty() : Optional.of(sha256)).with(consent);
	}

	/** What is to be flashed on a target that was chosen. */
	FlashRequest request(Choice choice) {
		return request(choice.target().name(), choice.consent());
	}

	/** What is to be done: one order for each target, all of them from one reading of the image. */
	List<FlashTask.Flash> orders() {
		if (choices.size() < 2) {
			return List.of(new FlashTask.Flash(flasher, target, request(), thenOn));
		}
		final var members = new Party(choices.size()).members();
		final var orders = new ArrayList<FlashTask.Flash>();
		for (final Choice choice : choices) {
			orders.add(new FlashTask.Flash(choice.flasher(), choice.target().name(), request(choice).with(members.get(orders.size())), thenOn));
		}
		return orders;
	}

	/** The line of the command line that does the same. */
	String commandLine() {
		final var words = new ArrayList<String>();
		words.add("flash"); //$NON-NLS-1$
		words.add(flasher.board().name() + '/' + flasher.path() + ':' + target);
		words.add(Urls.redacted(image));
		choices.stream().skip(1).forEach(choice -> {
			words.add("--also"); //$NON-NLS-1$
			words.add(choice.flasher().board().name() + '/' + choice.flasher().path() + ':' + choice.target().name());
		});
		consent(words);
		if (!sha256.isEmpty()) {
			words.add("--sha256"); //$NON-NLS-1$
			words.add(sha256);
		}
		if (!verify) {
			words.add("--no-verify"); //$NON-NLS-1$
		}
		return CommandLine.of(words);
	}

	private void consent(List<String> words) {
		if (choices.stream().anyMatch(choice -> choice.target().guard().isPresent())) {
			words.add("--yes"); //$NON-NLS-1$
		}
		if (choices.stream().anyMatch(choice -> choice.consent().unmount())) {
			words.add("--unmount"); //$NON-NLS-1$
		}
		choices.stream().map(choice -> choice.consent().name()).filter(name -> !name.isEmpty()).distinct().forEach(name -> {
			words.add("--name"); //$NON-NLS-1$
			words.add(name);
		});
	}
}
