package dev.benchtop.qemu;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.Target;

/**
 * A disk of a virtual board: a base, which is what was flashed or the image that it begins with and is never written to, and an overlay,
 * which takes what the board writes.
 */
final class Disk {

	private final String name;
	private final DiskSize size;
	private final Optional<Path> image;
	private final Path folder;
	private final QemuImg tool;

	/**
	 * A disk that may not exist yet.
	 *
	 * @param image what it begins with
	 * @param folder its own folder
	 */
	Disk(String name, DiskSize size, Optional<Path> image, Path folder, QemuImg tool) {
		this.name = name;
		this.size = size;
		this.image = image;
		this.folder = folder;
		this.tool = tool;
	}

	String name() {
		return name;
	}

	/** What makes it this disk and no other. */
	String identity() {
		return folder.toString();
	}

	/** What it holds now, as a place that can be flashed. */
	Target target() throws BenchException {
		final String line = content().map(Content::line).orElse(Messages.Content_empty);
		return new Target(name, OptionalLong.empty(), line, identity());
	}

	/**
	 * The overlay for a run; made where there is none, and made longer where that is wanted.
	 *
	 * @throws BenchException if the disk would have to be shorter than what is on it, if it is to be longer than there is room for, or
	 *             if the image that it begins with has changed below what the board has written
	 */
	Path overlay() throws BenchException {
		final Path overlay = grown();
		try {
			final long wanted = size.bytes(folder);
			if (wanted > content().map(Content::length).orElse(0L) && !isWritten()) {
				size.demandRoom(name, wanted, () -> tool.info(overlay).allocated(), folder);
			}
			return overlay;
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private Path grown() throws BenchException {
		try {
			final var content = current();
			final Path overlay = folder.resolve(content.overlay());
			final long now = length(overlay);
			final long wanted = size.bytes(folder);
			if (size.grows(name, wanted, now, () -> tool.info(overlay).allocated(), folder)) {
				tool.grow(overlay, wanted);
			}
			return overlay;
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/**
	 * Makes it longer, from now on.
	 *
	 * @param live makes it longer for a board that has it in use; empty where none has
	 */
	void resize(long bytes, Optional<DiskSize.Live> live) throws BenchException {
		try {
			final Path overlay = folder.resolve(current().overlay());
			if (DiskSize.exactly(bytes).grows(name, bytes, length(overlay), () -> tool.info(overlay).allocated(), folder)) {
				if (live.isPresent()) {
					live.get().resize(bytes);
				} else {
					tool.grow(overlay, bytes);
				}
			}
			DiskSize.remember(folder, bytes);
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** How long the disk is for the board, in bytes. */
	long size() throws BenchException {
		try {
			return length(folder.resolve(current().overlay()));
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** What the disk is made of; made where there is nothing yet, and anew where it begins with another image and nothing was written. */
	private Content current() throws IOException, BenchException {
		final var content = content();
		if (content.isPresent() && content.get().base() != null) {
			return content.get();
		}
		final Optional<Golden> now = golden();
		if (content.isEmpty() || !Objects.equals(content.get().golden(), now.orElse(null))) {
			if (content.isPresent() && isWritten()) {
				throw BenchException.failed(NLS.bind(Messages.Disk_goldenChanged, content.get().golden() == null ? image.orElseThrow() : content.get().golden().file(), name))
						.next(Messages.Disk_goldenChangedNext).build();
			}
			return begin(now);
		}
		return content.get();
	}

	private Optional<Golden> golden() throws BenchException {
		return image.isPresent() ? Optional.of(Golden.of(image.get(), tool)) : Optional.empty();
	}

	private Content begin(Optional<Golden> golden) throws IOException, BenchException {
		return replace(null, golden.orElse(null), null, golden.map(Golden::size).orElse(0L));
	}

	private static long length(Path overlay) throws IOException {
		try (var view = Qcow.open(overlay, Optional.empty())) {
			return view.size();
		}
	}

	/** The overlay as it is; made where there is none. */
	Path layer() throws BenchException {
		try {
			final var content = content();
			return folder.resolve((content.isPresent() ? content.get() : current()).overlay());
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** The name of the overlay's file; empty where there is none yet. */
	String layerName() throws BenchException {
		return content().map(Content::overlay).orElse(""); //$NON-NLS-1$
	}

	/** The snapshots that are in the overlay. */
	List<QcowSnapshots.Tag> snapshots() throws BenchException {
		try {
			final var content = content();
			return content.isPresent() ? QcowSnapshots.of(folder.resolve(content.get().overlay())) : List.of();
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** A further layer for a run whose writes are dropped. */
	Path temporary(Path layer) throws BenchException {
		final Path overlay = overlay();
		tool.create(layer, Optional.of(overlay), QemuImg.QCOW2, size());
		return layer;
	}

	/** A place to copy {@code image} to: the disk holds the old content until the commit. */
	BlockTarget staged(String image) {
		return new DiskTarget(this, image);
	}

	/** What the board sees, and how much of that is worth keeping. */
	Qcow view() throws BenchException {
		try {
			grown();
			final var content = content().orElseThrow();
			final Path overlay = folder.resolve(content.overlay());
			if (content.base() != null) {
				return Qcow.open(overlay, Optional.of(folder.resolve(content.base())));
			}
			if (content.golden() == null || content.golden().isRaw()) {
				return Qcow.open(overlay, Optional.ofNullable(content.golden()).map(Golden::path));
			}
			final Path plain = newFile(".plain"); //$NON-NLS-1$
			try {
				tool.convert(content.golden().path(), content.golden().format(), plain, QemuImg.RAW);
				return Qcow.open(overlay, Optional.of(plain));
			} finally {
				Files.deleteIfExists(plain); // while it is open, its bytes stay
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** The length of what a dump of the view gives. */
	long contentLength(Qcow view) throws BenchException {
		try {
			final var content = content().orElseThrow();
			return content.hasBase() ? view.contentLength(content.length()) : view.size();
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Whether the board has written something since it was flashed, or something of that is kept in snapshots. */
	boolean isWritten() throws BenchException {
		try {
			final var content = content();
			if (content.isEmpty()) {
				return false;
			}
			try (var view = Qcow.open(folder.resolve(content.get().overlay()), Optional.empty())) {
				return view.isWritten() || !snapshots().isEmpty();
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Drops what the board has written since it was flashed. */
	void reset() throws BenchException {
		try {
			final var content = content().orElse(Content.EMPTY);
			if (content.base() == null) {
				begin(golden());
			} else {
				replace(content.base(), null, content.image(), content.length());
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Makes what the board sees the new base. */
	void merge(Progress progress) throws BenchException {
		try (var view = view()) {
			final long length = contentLength(view);
			final Path base = newBase();
			Flattening.write(view, length, base, progress);
			final String image = content().map(Content::image).orElse(null);
			replace(base.getFileName().toString(), null, image == null ? NLS.bind(Messages.Disk_merged, name) : image, length);
		} catch (IOException e) {
			throw failed(e);
		} finally {
			sweep();
		}
	}

	/** Makes a file that lies in the folder the new base, with an empty overlay on it. */
	void rebase(Path base, String image, long length) throws IOException, BenchException {
		replace(base.getFileName().toString(), null, image, length);
	}

	/** A name for a new base; the folder exists. */
	Path newBase() throws BenchException {
		try {
			return newFile(".raw"); //$NON-NLS-1$
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Takes away files that belong to nothing any more: what a killed process left. */
	void sweep() throws BenchException {
		try {
			final var content = content();
			if (Files.isDirectory(folder)) {
				try (var files = Files.list(folder)) {
					for (final Path file : files.filter(file -> content.isEmpty() || !content.get().owns(file)).toList()) {
						Files.deleteIfExists(file);
					}
				}
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private Content replace(String base, Golden golden, String flashed, long length) throws IOException, BenchException {
		final Path overlay = newFile(".qcow2"); //$NON-NLS-1$
		final var below = Optional.ofNullable(base).map(Path::of).or(() -> Optional.ofNullable(golden).map(Golden::path));
		tool.create(overlay, below, golden == null ? QemuImg.RAW : golden.format(), Math.max(size.bytes(folder), length));
		try (var file = FileChannel.open(overlay, StandardOpenOption.WRITE)) {
			file.force(true);
		}
		final var content = new Content(base, golden, overlay.getFileName().toString(), flashed, length, base == null ? 0 : Instant.now().getEpochSecond());
		content.write(folder);
		try {
			sweep();
		} catch (BenchException e) {
			System.getLogger(Disk.class.getName()).log(Level.WARNING, e.getMessage(), e); // the new content is in place; the next flash sweeps again
		}
		return content;
	}

	private Path newFile(String ending) throws IOException {
		return PrivateFiles.folder(folder).resolve(UUID.randomUUID().toString().substring(0, 8) + ending);
	}

	private Optional<Content> content() throws BenchException {
		try {
			return Content.read(folder);
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private BenchException failed(IOException reason) {
		return BenchException.failed(NLS.bind(Messages.Disk_failed, name)).why(reason).build();
	}
}
