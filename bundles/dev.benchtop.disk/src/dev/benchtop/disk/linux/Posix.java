package dev.benchtop.disk.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The calls of the C library that Java does not have, with the reason of a failure. To be made on platform threads. */
final class Posix {

	/** The system's number and words for why a call failed. */
	static final class Failure extends IOException {

		private static final long serialVersionUID = 1L;

		private final int number;

		Failure(int number, String words) {
			super(words);
			this.number = number;
		}

		int number() {
			return number;
		}
	}

	/** A call; {@code errno} is where it leaves the number of its error. */
	@FunctionalInterface
	private interface Call {
		long run(MemorySegment errno) throws Throwable;
	}

	private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
	private static final VarHandle NUMBER = ERRNO.varHandle(StructLayout.PathElement.groupElement("errno")); //$NON-NLS-1$
	private static final Linker LINKER = Linker.nativeLinker();
	private static final MethodHandle OPEN = handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2); //$NON-NLS-1$
	private static final MethodHandle DUP = handle("fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), 2); //$NON-NLS-1$
	private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1); //$NON-NLS-1$
	private static final MethodHandle READ = handle("pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG), -1); //$NON-NLS-1$
	private static final MethodHandle WRITE = handle("pwrite", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG), -1); //$NON-NLS-1$
	private static final MethodHandle SYNC = handle("fsync", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1); //$NON-NLS-1$
	private static final MethodHandle IOCTL = handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), 2); //$NON-NLS-1$
	private static final MethodHandle WORDS = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("strerror"), //$NON-NLS-1$
			FunctionDescriptor.of(ADDRESS, JAVA_INT));
	private static final int MOST_WORDS = 256;

	private Posix() {
	}

	private static MethodHandle handle(String name, FunctionDescriptor function, int firstVariable) {
		final var errno = Linker.Option.captureCallState("errno"); //$NON-NLS-1$
		final Linker.Option[] options = firstVariable < 0 ? new Linker.Option[] { errno }
				: new Linker.Option[] { errno, Linker.Option.firstVariadicArg(firstVariable) };
		return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function, options);
	}

	private static long call(Call call) throws IOException {
		try (var arena = Arena.ofConfined()) {
			final MemorySegment errno = arena.allocate(ERRNO);
			final long result = call.run(errno);
			if (result < 0) {
				final int number = (int) NUMBER.get(errno, 0L);
				throw new Failure(number, words(number));
			}
			return result;
		} catch (IOException | RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IOException(e);
		}
	}

	/** What the system calls an error. */
	static String words(int number) {
		try {
			return ((MemorySegment) WORDS.invokeExact(number)).reinterpret(MOST_WORDS).getString(0);
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException(e);
		}
	}

	/** Opens a file; see open(2). */
	static int open(String path, int flags) throws IOException {
		try (var arena = Arena.ofConfined()) {
			final MemorySegment name = arena.allocateFrom(path);
			return (int) call(errno -> (int) OPEN.invokeExact(errno, name, flags, 0));
		}
	}

	/** A second number for an open file, closed when a program is started; see fcntl(2). */
	static int duplicate(int file, int command) throws IOException {
		return (int) call(errno -> (int) DUP.invokeExact(errno, file, command, 0));
	}

	static void close(int file) throws IOException {
		call(errno -> (int) CLOSE.invokeExact(errno, file));
	}

	static int read(int file, MemorySegment into, long position) throws IOException {
		return (int) call(errno -> (long) READ.invokeExact(errno, file, into, into.byteSize(), position));
	}

	static int write(int file, MemorySegment from, long position) throws IOException {
		return (int) call(errno -> (long) WRITE.invokeExact(errno, file, from, from.byteSize(), position));
	}

	static void sync(int file) throws IOException {
		call(errno -> (int) SYNC.invokeExact(errno, file));
	}

	static void ioctl(int file, long request, MemorySegment argument) throws IOException {
		call(errno -> (int) IOCTL.invokeExact(errno, file, request, argument));
	}
}
