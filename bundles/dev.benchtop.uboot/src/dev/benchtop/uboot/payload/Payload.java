package dev.benchtop.uboot.payload;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.Imaging;
import dev.benchtop.uboot.payload.Piece.Kind;

/** Reads an image on a thread of its own while the board starts: what is in it, its SHA-256, and what has to be sent of it. */
public final class Payload implements AutoCloseable {

	private static final long TRANSFER = 16 << 20;

	private final FlashRequest request;
	private final ImageInfo info;
	private final Path folder;
	private final Imaging imaging;
	private final Optional<Path> local;
	private final CancelToken end = new CancelToken();
	private boolean done = true;
	private volatile Content content;
	private volatile BenchException failure;

	/**
	 * @param info what is known of the image
	 * @param folder for what is made on the way; emptied when it is closed
	 */
	public Payload(FlashRequest request, ImageInfo info, Path folder, Imaging imaging) throws BenchException {
		this.request = request;
		this.info = info;
		this.folder = folder;
		this.imaging = imaging;
		try {
			this.local = LocalPath.of(request.image());
		} catch (IOException e) {
			throw BenchException.failed(Messages.Payload_unreadable).where(request.label()).why(e).build();
		}
	}

	/** The image, where the board can be served the file itself. */
	public Optional<Path> local() {
		return local;
	}

	public ImageInfo info() {
		return info;
	}

	/** Whether it has to be unpacked. */
	public boolean packed() {
		return !info.format().equals(ImageInfo.RAW);
	}

	/** Begins to read. {@code capacity} is that of the target, where it is known. */
	public void begin(OptionalLong capacity) {
		synchronized (this) {
			done = false;
		}
		Thread.ofPlatform().daemon().name("payload").start(() -> { //$NON-NLS-1$
			try {
				content = gather(capacity);
			} catch (BenchException e) {
				failure = e;
			} catch (IOException | RuntimeException e) {
				failure = BenchException.failed(Messages.Payload_unreadable).where(request.label()).why(e).build();
			} finally {
				ended();
			}
		});
	}

	private synchronized void ended() {
		done = true;
		notifyAll();
	}

	private Content gather(OptionalLong capacity) throws BenchException, IOException {
		final Optional<Path> kept = packed() || local.isEmpty() ? Optional.of(PrivateFiles.folder(folder).resolve("content")) : Optional.empty(); //$NON-NLS-1$
		final var gathering = new Gathering(capacity, kept);
		final var plain = new FlashRequest(request.image(), request.label(), request.target(), false, request.sha256());
		final FlashReport report = imaging.copy(plain, gathering, request.target(), Progress.of(end));
		if (report.failure().isPresent()) {
			throw report.failure().get();
		}
		final Path whole = kept.orElseGet(local::get);
		final List<Piece> pieces = gathering.pieces();
		return new Content(gathering.length(), report.sha256(), pieces, gathering.sumOfMapped(), whole,
				data(whole, pieces, gathering.length()));
	}

	/** The file itself where all of it is data, else one with the data alone. */
	private Path data(Path whole, List<Piece> pieces, long length) throws IOException {
		if (pieces.stream().allMatch(piece -> piece.kind() == Kind.DATA) && Files.size(whole) == length) {
			return whole;
		}
		final Path data = PrivateFiles.folder(folder).resolve("data"); //$NON-NLS-1$
		try (var in = FileChannel.open(whole, StandardOpenOption.READ);
				var out = PrivateFiles.open(data, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			for (final Piece piece : pieces) {
				if (piece.kind() == Kind.DATA) {
					transfer(in, piece, out);
				}
			}
		}
		return data;
	}

	private void transfer(FileChannel in, Piece piece, FileChannel out) throws IOException {
		for (long at = piece.position(); at < piece.end();) {
			final long count = in.transferTo(at, Math.min(piece.end() - at, TRANSFER), out);
			if (count <= 0 || end.isCancelled()) {
				throw new EOFException();
			}
			at += count;
		}
	}

	/** Waits until it has been read. */
	public Content await(CancelToken token) throws BenchException {
		try (var _ = token.onCancel(this::wake)) {
			sleep(token);
		}
		token.check();
		if (failure != null) {
			throw failure;
		}
		return content;
	}

	private synchronized void wake() {
		notifyAll();
	}

	private synchronized void sleep(CancelToken token) throws BenchException {
		try {
			while (!done && !token.isCancelled()) {
				wait();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Ends the reading; returns when nothing is written to the folder any more. */
	@Override
	public void close() throws BenchException {
		end.cancel();
		sleep(CancelToken.none());
	}
}
