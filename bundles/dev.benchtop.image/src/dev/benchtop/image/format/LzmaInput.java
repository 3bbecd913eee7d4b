package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import org.tukaani.xz.CorruptedInputException;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZFormatException;

/** Unpacks xz streams by liblzma, on several cores where the file allows it; its errors are those of the Java decoder. */
final class LzmaInput extends Unpacker implements DirectInput {

	/** What its threads may take altogether, in bytes, before it does with fewer of them. */
	private static final long MOST_THREADED = 128L << 20;
	private static final int PIECE = 256 << 10;

	private final Liblzma library;
	private final int memoryLimit;
	private final Arena arena = Arena.ofShared();
	private final MemorySegment in;
	private final MemorySegment out;
	private final MemorySegment stream;
	private long inAt;
	private long inEnd;
	private long outAt;
	private long outEnd;
	private boolean fed;
	private boolean ended;
	private volatile boolean closed;

	LzmaInput(InputStream packed, Liblzma library) {
		this(packed, library, XzInput.memoryLimit());
	}

	/** @param memoryLimit how much memory it may take, in KiB */
	LzmaInput(InputStream packed, Liblzma library, int memoryLimit) {
		super(packed, XzFormat.LABEL);
		this.library = library;
		this.memoryLimit = memoryLimit;
		this.in = arena.allocate(PIECE);
		this.out = arena.allocate(PIECE);
		final long most = (long) memoryLimit << 10;
		this.stream = library.open(arena, Runtime.getRuntime().availableProcessors(), Math.min(MOST_THREADED, most), most);
	}

	@Override
	synchronized int unpack(byte[] to, int at, int length) throws IOException {
		if (outAt == outEnd) {
			outAt = 0;
			outEnd = Math.max(0, unpack(out));
		}
		final int count = (int) Math.min(length, outEnd - outAt);
		MemorySegment.copy(out, outAt, MemorySegment.ofArray(to), at, count);
		outAt += count;
		return count == 0 ? -1 : count;
	}

	@Override
	public synchronized int read(ByteBuffer to) throws IOException {
		if (outAt < outEnd) {
			final int count = (int) Math.min(to.remaining(), outEnd - outAt);
			to.put(out.asSlice(outAt, count).asByteBuffer());
			outAt += count;
			return count;
		}
		final int count = unpack(MemorySegment.ofBuffer(to));
		to.position(to.position() + Math.max(0, count));
		return count;
	}

	/** Unpacks at least one byte; returns how many, -1 at the sound end of the file. */
	private int unpack(MemorySegment to) throws IOException {
		long count = 0;
		while (count == 0) {
			if (closed) {
				throw new IOException(Messages.Parallel_closed);
			}
			if (ended) {
				return -1;
			}
			count = step(to);
		}
		return (int) count;
	}

	private long step(MemorySegment to) throws IOException {
		if (inAt == inEnd && !fed) {
			feed();
		}
		final int result = library.code(stream, in.asSlice(inAt, inEnd - inAt), to, fed);
		inAt = inEnd - Liblzma.inputLeft(stream);
		ended = result == Liblzma.STREAM_END;
		final long count = to.byteSize() - Liblzma.outputLeft(stream);
		if (result != Liblzma.OK && !ended && !(result == Liblzma.NO_PROGRESS && !fed)) {
			throw broken(result);
		}
		return count;
	}

	/** Takes what the packed input has buffered. */
	private void feed() throws IOException {
		fed = !super.in.more();
		final int count = fed ? 0 : Math.min(PIECE, super.in.buffered());
		MemorySegment.copy(MemorySegment.ofArray(super.in.buffer()), super.in.next(), in, 0, count);
		super.in.consume(count);
		inAt = 0;
		inEnd = count;
	}

	private IOException broken(int result) {
		final long offset = super.in.offset() - (inEnd - inAt);
		return switch (result) {
			case Liblzma.NO_PROGRESS -> Broken.truncated(label, offset);
			case Liblzma.FORMAT -> XzInput.broken(new XZFormatException(), offset);
			case Liblzma.OPTIONS -> XzInput.broken(new UnsupportedOptionsException(), offset);
			case Liblzma.DATA -> XzInput.broken(new CorruptedInputException(), offset);
			case Liblzma.MEMORY_LIMIT -> XzInput.broken(new MemoryLimitException((int) (library.memory(stream) >> 10), memoryLimit), offset);
			default -> Broken.corrupt(label, offset, "liblzma " + result); //$NON-NLS-1$
		};
	}

	@Override
	public void close() throws IOException {
		closed = true;
		super.in.close();
		synchronized (this) {
			if (arena.scope().isAlive()) {
				library.end(stream);
				arena.close();
			}
		}
	}
}
