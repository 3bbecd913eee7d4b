package dev.benchtop.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;

/**
 * A local file while it is not complete: {@code .NAME.part} in its folder, and beside it what it is made of, so that the next transfer of the
 * same source goes on with it. Other processes keep away from it meanwhile.
 */
final class PartFile implements WritableByteChannel {

	/** Less is not worth keeping. */
	static final long WORTH_KEEPING = 8 << 20;
	private static final long MARK = 64 << 20;
	private static final int NAME_BYTES = 230;
	private static final String SUFFIX = ".part"; //$NON-NLS-1$
	private static final String SIDE = ".json"; //$NON-NLS-1$

	private final Path part;
	private final Path side;
	private final Location from;
	private final Stamp stamp;
	private final FileChannel channel;
	private final Optional<MessageDigest> digest;
	private Optional<String> note = Optional.empty();
	private long position;
	private long marked;
	private boolean kept;
	private boolean finished;

	private PartFile(Path target, Location from, Stamp stamp, boolean verify) throws IOException {
		this.part = part(target);
		this.side = side(part);
		this.from = from;
		this.stamp = stamp;
		this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
		this.digest = verify ? Optional.of(Checksums.Algorithm.SHA256.digest()) : Optional.empty();
	}

	/**
	 * Opens what is kept of an earlier transfer, or begins anew.
	 *
	 * @param verify whether a digest of the source is made
	 */
	static PartFile open(Path target, Location from, Stamp stamp, boolean verify) throws IOException {
		final var file = new PartFile(target, from, stamp, verify);
		boolean open = false;
		try {
			file.lock();
			file.goOn();
			open = true;
			return file;
		} finally {
			if (!open) {
				file.channel.close();
			}
		}
	}

	/** Deletes what an interrupted transfer to {@code target}, or to anything below it, has left. */
	static void discard(Path target) throws IOException {
		final Path part = part(target);
		Files.deleteIfExists(part);
		Files.deleteIfExists(side(part));
		if (Files.isDirectory(target)) {
			try (var sides = Files.find(target, Integer.MAX_VALUE, (file, _) -> file.toString().endsWith(SUFFIX + SIDE))) {
				for (final Path side : sides.toList()) {
					final String name = side.getFileName().toString();
					Files.deleteIfExists(side.resolveSibling(name.substring(0, name.length() - SIDE.length())));
					Files.delete(side);
				}
			}
		}
	}

	static Path part(Path target) {
		final String name = target.getFileName().toString();
		final byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		final String shorter = bytes.length <= NAME_BYTES ? name : HexFormat.of().formatHex(Checksums.Algorithm.SHA256.digest().digest(bytes));
		return target.resolveSibling('.' + shorter + SUFFIX);
	}

	private static Path side(Path part) {
		return part.resolveSibling(part.getFileName() + SIDE);
	}

	private void lock() throws IOException {
		boolean locked;
		try {
			locked = channel.tryLock() != null;
		} catch (OverlappingFileLockException e) {
			locked = false;
		}
		if (!locked) {
			throw new IOException(Messages.PartFile_busy);
		}
	}

	private void goOn() throws IOException {
		final Optional<Kept> before = Kept.read(side);
		if (before.isPresent() && before.get().from().equals(from.text()) && channel.size() > 0) {
			if (stamp.tells() && before.get().stamp().equals(stamp)) {
				position = digest.isPresent() ? checked(before.get()) : Math.min(channel.size(), stamp.size());
				note = Optional.of(position > 0 ? NLS.bind(Messages.PartFile_resumed, from, new ByteSize(position).display())
						: NLS.bind(Messages.PartFile_unchecked, from));
			} else {
				note = Optional.of(NLS.bind(Messages.PartFile_changed, from));
			}
		}
		marked = position;
		channel.truncate(position);
		channel.position(position);
		if (stamp.tells() && stamp.size() >= WORTH_KEEPING) {
			kept = true;
			mark();
		} else {
			Files.deleteIfExists(side);
		}
	}

	/** How much of the part is what the source had, by the digest of then; the digest goes on from there. */
	private long checked(Kept before) throws IOException {
		if (before.hashed() <= 0 || before.hashed() > channel.size()) {
			return 0;
		}
		final var buffer = ByteBuffer.allocate((int) Math.min(1 << 20, before.hashed()));
		for (long at = 0; at < before.hashed();) {
			buffer.clear().limit((int) Math.min(buffer.capacity(), before.hashed() - at));
			final int count = channel.read(buffer, at);
			if (count < 0) {
				break;
			}
			digest.get().update(buffer.flip());
			at += count;
		}
		if (sum().equals(before.sha256())) {
			return before.hashed();
		}
		digest.get().reset();
		return 0;
	}

	private String sum() {
		try {
			return HexFormat.of().formatHex(((MessageDigest) digest.get().clone()).digest());
		} catch (CloneNotSupportedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What the user should know: that it is resumed, or why it begins anew. */
	Optional<String> note() {
		return note;
	}

	/** How many bytes are there already. */
	long position() {
		return position;
	}

	/** Takes bytes of the operating system's own copying; {@code count} of them from {@code offset} of the source. */
	long take(FileChannel source, long offset, long count) throws IOException {
		final long taken = source.transferTo(offset, count, channel);
		position += taken;
		return taken;
	}

	@Override
	public int write(ByteBuffer bytes) throws IOException {
		final ByteBuffer seen = bytes.duplicate();
		final int count = channel.write(bytes);
		position += count;
		if (digest.isPresent()) {
			digest.get().update(seen.limit(seen.position() + count));
			if (kept && position - marked >= MARK) {
				mark();
			}
		}
		return count;
	}

	private void mark() throws IOException {
		if (digest.isPresent() && position > 0) {
			channel.force(false);
		}
		marked = position;
		new Kept(from.text(), stamp, digest.isPresent() ? position : 0, digest.isPresent() ? sum() : "").write(side); //$NON-NLS-1$
	}

	/** The path of the unfinished file. */
	Path path() {
		return part;
	}

	/** The digest of all that was written, as it was read from the source. */
	String sha256() {
		return sum();
	}

	/** Gives the file its name. */
	void finish(Path target, boolean replace) throws IOException {
		if (replace) {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} else {
			Files.move(part, target);
		}
		finished = true;
		Files.deleteIfExists(side);
	}

	/** What was written is good for nothing. */
	void spoil() {
		kept = false;
	}

	@Override
	public boolean isOpen() {
		return channel.isOpen();
	}

	/** Leaves what a later transfer can go on with, and nothing else. */
	@Override
	public void close() throws IOException {
		try (Closeable _ = channel) {
			if (finished) {
				return;
			}
			if (!kept || position < WORTH_KEEPING) {
				Files.deleteIfExists(part);
				Files.deleteIfExists(side);
			} else if (digest.isPresent() && position > marked) {
				mark();
			}
		}
	}
}
