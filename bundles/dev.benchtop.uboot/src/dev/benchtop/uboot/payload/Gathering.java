package dev.benchtop.uboot.payload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.uboot.payload.Piece.Kind;

/** Takes the content of an image as a copy brings it, and remembers what is in it; one that is to be kept lies in a sparse file, place by place. */
final class Gathering implements BlockTarget {

	private static final int GRAIN = 1 << 20;
	private static final byte[] ZEROS = new byte[GRAIN];

	private final OptionalLong capacity;
	private final Optional<Path> file;
	private final Pieces pieces = new Pieces();
	private final MessageDigest mapped = sha256();
	private long end;

	/**
	 * @param capacity of the target, where it is known
	 * @param file where the content is kept; empty where it is not
	 */
	Gathering(OptionalLong capacity, Optional<Path> file) {
		this.capacity = capacity;
		this.file = file;
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	List<Piece> pieces() {
		return pieces.settled();
	}

	long length() {
		return end;
	}

	String sumOfMapped() {
		return HexFormat.of().formatHex(mapped.digest());
	}

	@Override
	public String identity() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public OptionalLong capacity() {
		return capacity;
	}

	@Override
	public boolean staged() {
		return true;
	}

	@Override
	public boolean hashed() {
		return true;
	}

	@Override
	public Session open() throws dev.benchtop.core.BenchException {
		try {
			return new Taking(file.isPresent() ? PrivateFiles.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
					StandardOpenOption.WRITE) : null);
		} catch (IOException e) {
			throw dev.benchtop.core.BenchException.failed(NLS.bind(Messages.Gathering_noRoom, file.orElseThrow())).why(e).build();
		}
	}

	private void take(ByteBuffer data, long position, FileChannel kept) throws IOException {
		leave(position);
		while (data.hasRemaining()) {
			final int length = Math.min(data.remaining(), GRAIN);
			take(data.slice(data.position(), length), kept);
			data.position(data.position() + length);
			end += length;
		}
	}

	/** Nothing is said of what lies between. */
	private void leave(long to) {
		if (to > end) {
			pieces.add(Kind.FREE, end, to - end);
			end = to;
		}
	}

	private void take(ByteBuffer piece, FileChannel kept) throws IOException {
		final boolean zero = piece.mismatch(ByteBuffer.wrap(ZEROS, 0, piece.remaining())) < 0;
		pieces.add(zero ? Kind.ZERO : Kind.DATA, end, piece.remaining());
		mapped.update(piece.duplicate());
		if (kept != null && !zero) {
			final ByteBuffer rest = piece.duplicate();
			while (rest.hasRemaining()) {
				kept.write(rest, end + rest.position());
			}
		}
	}

	/** The one copy. */
	private final class Taking implements Session {

		private final FileChannel kept;

		Taking(FileChannel kept) {
			this.kept = kept;
		}

		@Override
		public void write(ByteBuffer data, long position) throws IOException {
			take(data, position, kept);
		}

		@Override
		public int read(ByteBuffer data, long position) {
			return -1;
		}

		@Override
		public void sync() {
			// what is kept here is kept for this flash only
		}

		@Override
		public void commit(long length) throws IOException {
			leave(length);
			if (kept != null && kept.size() < length) {
				kept.write(ByteBuffer.allocate(1), length - 1);
			}
		}

		@Override
		public void close() throws IOException {
			if (kept != null) {
				kept.close();
			}
		}
	}
}
