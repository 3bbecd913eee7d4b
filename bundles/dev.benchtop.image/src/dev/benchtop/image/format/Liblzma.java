package dev.benchtop.image.format;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The system's liblzma, where it has one with the threaded decoder (5.4 or later) and the layout of a 64-bit system ({@code lzma/base.h}, {@code lzma/container.h}). */
final class Liblzma {

	static final int OK = 0;
	static final int STREAM_END = 1;
	static final int MEMORY_LIMIT = 6;
	static final int FORMAT = 7;
	static final int OPTIONS = 8;
	static final int DATA = 9;
	static final int NO_PROGRESS = 10;
	static final int RUN = 0;
	static final int FINISH = 3;
	/** All streams of a file, and the padding between and behind them. */
	private static final int CONCATENATED = 8;
	/** After how many milliseconds a call comes back even if it has nothing to show, so that it can be ended. */
	private static final int TIMEOUT = 200;
	private static final int OLDEST = 50_040_000;
	private static final int STREAM = 136;
	private static final int OPTIONS_SIZE = 128;

	private static final Optional<Liblzma> FOUND = load();

	private final MethodHandle decoder;
	private final MethodHandle code;
	private final MethodHandle end;
	private final MethodHandle usage;

	private Liblzma(SymbolLookup library) {
		decoder = handle(library, "lzma_stream_decoder_mt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS)); //$NON-NLS-1$
		code = handle(library, "lzma_code", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)); //$NON-NLS-1$
		end = handle(library, "lzma_end", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS)); //$NON-NLS-1$
		usage = handle(library, "lzma_memusage", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS)); //$NON-NLS-1$
	}

	/** The library; empty where there is none of use. */
	static Optional<Liblzma> find() {
		return FOUND;
	}

	private static Optional<Liblzma> load() {
		if (ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
			return Optional.empty();
		}
		for (final String name : new String[] { "liblzma.so.5", "liblzma.5.dylib", "liblzma.dll" }) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			try {
				final var library = SymbolLookup.libraryLookup(name, Arena.global());
				final int version = (int) handle(library, "lzma_version_number", FunctionDescriptor.of(ValueLayout.JAVA_INT)).invokeExact(); //$NON-NLS-1$
				return version < OLDEST ? Optional.empty() : Optional.of(new Liblzma(library));
			} catch (Throwable e) {
				System.getLogger(Liblzma.class.getName()).log(System.Logger.Level.DEBUG, name, e);
			}
		}
		return Optional.empty();
	}

	private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor function) {
		return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), function);
	}

	/** A decoder in memory of {@code arena}, to be ended; {@code threading} limits what its threads take, {@code most} what it takes at all, in bytes. */
	MemorySegment open(Arena arena, int threads, long threading, long most) {
		final var options = arena.allocate(OPTIONS_SIZE, Long.BYTES);
		options.set(ValueLayout.JAVA_INT, 0, CONCATENATED);
		options.set(ValueLayout.JAVA_INT, 4, threads);
		options.set(ValueLayout.JAVA_INT, 16, TIMEOUT);
		options.set(ValueLayout.JAVA_LONG, 64, threading);
		options.set(ValueLayout.JAVA_LONG, 72, most);
		final var stream = arena.allocate(STREAM, Long.BYTES);
		try {
			final int result = (int) decoder.invokeExact(stream, options);
			if (result != OK) {
				throw new OutOfMemoryError("liblzma " + result); //$NON-NLS-1$
			}
			return stream;
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** Takes from {@code in} and puts to {@code out} what it can; returns how it went. */
	int code(MemorySegment stream, MemorySegment in, MemorySegment out, boolean finish) {
		stream.set(ValueLayout.ADDRESS, 0, in);
		stream.set(ValueLayout.JAVA_LONG, 8, in.byteSize());
		stream.set(ValueLayout.ADDRESS, 24, out);
		stream.set(ValueLayout.JAVA_LONG, 32, out.byteSize());
		try {
			return (int) code.invokeExact(stream, finish ? FINISH : RUN);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** How many bytes of the input the last call left. */
	static long inputLeft(MemorySegment stream) {
		return stream.get(ValueLayout.JAVA_LONG, 8);
	}

	/** How many bytes of the output the last call left free. */
	static long outputLeft(MemorySegment stream) {
		return stream.get(ValueLayout.JAVA_LONG, 32);
	}

	/** How much memory it has or needs, in bytes. */
	long memory(MemorySegment stream) {
		try {
			return (long) usage.invokeExact(stream);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	void end(MemorySegment stream) {
		try {
			end.invokeExact(stream);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	private static IllegalStateException unexpected(Throwable e) {
		if (e instanceof Error error) {
			throw error;
		}
		return new IllegalStateException(e);
	}
}
