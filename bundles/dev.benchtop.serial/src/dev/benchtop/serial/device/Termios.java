package dev.benchtop.serial.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of an open terminal that the library does not know, set by ioctl_tty(2) on its own descriptor. On Linux, where struct
 * termios2 and the numbers are those of asm-generic (x86, ARM, RISC-V).
 */
final class Termios implements AutoCloseable {

	private static final Path DESCRIPTORS = Path.of("/proc/self/fd"); //$NON-NLS-1$
	private static final int SIZE = 44;
	private static final int IFLAG = 0;
	private static final int CFLAG = 8;
	private static final int LFLAG = 12;
	private static final int ISPEED = 36;
	private static final int OSPEED = 40;
	private static final long TCGETS2 = 0x802c542aL;
	private static final long TCSETS2 = 0x402c542bL;
	private static final int BRKINT = 0x2;
	private static final int NOFLSH = 0x80;
	private static final int HUPCL = 0x400;
	private static final int CBAUD = 0x100f;
	private static final int CIBAUD_SHIFT = 16;
	private static final int BOTHER = 0x1000;

	private final int descriptor;
	private boolean closed;

	private Termios(int descriptor) {
		this.descriptor = descriptor;
	}

	/** The terminal that this process has opened by that path; empty where that cannot be known. */
	static Optional<Termios> of(Path device) {
		if (!Files.isDirectory(DESCRIPTORS)) {
			return Optional.empty();
		}
		try (var descriptors = Files.list(DESCRIPTORS)) {
			final Path real = device.toRealPath();
			return descriptors.filter(link -> leadsTo(link, real)).map(link -> new Termios(Integer.parseInt(link.getFileName().toString())))
					.filter(Termios::answers).findFirst();
		} catch (IOException | UncheckedIOException e) {
			System.getLogger(Termios.class.getName()).log(Level.DEBUG, "The descriptor of " + device + " is not found", e); //$NON-NLS-1$ //$NON-NLS-2$
			return Optional.empty();
		}
	}

	private static boolean leadsTo(Path link, Path real) {
		try {
			return Files.readSymbolicLink(link).equals(real);
		} catch (IOException e) {
			return false;
		}
	}

	/** Whether the device behind it is still there. */
	synchronized boolean answers() {
		try (var arena = Arena.ofConfined()) {
			return closed || call(TCGETS2, arena.allocate(SIZE));
		}
	}

	/** A break of the other side (a board that loses power) throws away nothing that was not read; the lines fall on closing or not; any speed. */
	boolean prepare(int baud, boolean hangUp) {
		return change(settings -> {
			settings.set(ValueLayout.JAVA_INT, IFLAG, settings.get(ValueLayout.JAVA_INT, IFLAG) & ~BRKINT);
			settings.set(ValueLayout.JAVA_INT, LFLAG, settings.get(ValueLayout.JAVA_INT, LFLAG) | NOFLSH);
			final int control = settings.get(ValueLayout.JAVA_INT, CFLAG);
			settings.set(ValueLayout.JAVA_INT, CFLAG, hangUp ? control | HUPCL : control & ~HUPCL);
			speed(settings, baud);
		});
	}

	boolean speed(int baud) {
		return change(settings -> speed(settings, baud));
	}

	private static void speed(MemorySegment settings, int baud) {
		if (settings.get(ValueLayout.JAVA_INT, OSPEED) == baud && settings.get(ValueLayout.JAVA_INT, ISPEED) == baud) {
			return;
		}
		final int control = settings.get(ValueLayout.JAVA_INT, CFLAG) & ~(CBAUD | CBAUD << CIBAUD_SHIFT);
		settings.set(ValueLayout.JAVA_INT, CFLAG, control | BOTHER);
		settings.set(ValueLayout.JAVA_INT, ISPEED, baud);
		settings.set(ValueLayout.JAVA_INT, OSPEED, baud);
	}

	synchronized boolean hasSpeed(int baud) {
		try (var arena = Arena.ofConfined()) {
			final var settings = arena.allocate(SIZE);
			return !closed && call(TCGETS2, settings) && settings.get(ValueLayout.JAVA_INT, OSPEED) == baud;
		}
	}

	@FunctionalInterface
	private interface Change {
		void to(MemorySegment settings);
	}

	private synchronized boolean change(Change change) {
		try (var arena = Arena.ofConfined()) {
			final var settings = arena.allocate(SIZE);
			if (closed || !call(TCGETS2, settings)) {
				return false;
			}
			change.to(settings);
			return call(TCSETS2, settings);
		}
	}

	private boolean call(long request, MemorySegment settings) {
		try {
			return (int) Ioctl.HANDLE.invokeExact(descriptor, request, settings) == 0;
		} catch (Throwable e) {
			throw new IllegalStateException(e);
		}
	}

	/** From here on the number may mean another file. */
	@Override
	public synchronized void close() {
		closed = true;
	}

	private static final class Ioctl {

		static final MethodHandle HANDLE = Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"), //$NON-NLS-1$
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
				Linker.Option.firstVariadicArg(2));

		private Ioctl() {
		}
	}
}
