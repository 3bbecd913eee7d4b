package dev.benchtop.ui.display;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.Rect;
import dev.benchtop.core.rfb.RfbClient;
import dev.benchtop.core.rfb.RfbListener;

/** Measures how many frames of a moving picture reach the window, and what they cost; see releng/benchmarks/README.md. */
public final class DisplayBenchmark {

	/** Sets 1024 × 768 in 32 bits by the VESA BIOS, and then draws every pixel anew, for ever. */
	private static final String MOVING = """
			fa31c08ed88ec0bc0070b8014fb94401bf0080cd10b8024fbb4441cd10668b3e28806689
			3e00840f01168c7c0f20c00c010f22c0ea397c080066b810008ed88ec031db8b3d008400
			0031d2b90004000089d069c00302010001d8ab0503010000e2f84281fa0003000075e081
			c309070500ebd0900000000000000000ffff0000009acf00ffff00000092cf001700747c""";
	private static final int SECTOR = 512;
	private static final double NANOS = 1e9;

	private final Display display = new Display();
	private final int seconds;

	private DisplayBenchmark(int seconds) {
		this.seconds = seconds;
	}

	/** @param arguments how many seconds each case is measured */
	public static void main(String[] arguments) throws Exception {
		final int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
		final Path folder = Files.createTempDirectory("display");
		final Path boot = folder.resolve("boot");
		final Path socket = folder.resolve("vnc");
		final byte[] sector = Arrays.copyOf(HexFormat.of().parseHex(MOVING.replace("\n", "")), SECTOR);
		sector[SECTOR - 2] = 0x55;
		sector[SECTOR - 1] = (byte) 0xAA;
		Files.write(boot, sector);
		final var qemu = new ProcessBuilder("qemu-system-x86_64", "-nodefaults", "-vga", "std", "-m", "64", "-vnc", "unix:" + socket, "-drive",
				"if=ide,format=raw,snapshot=on,file=" + boot).inheritIO().start();
		try {
			while (!Files.exists(socket)) {
				Thread.sleep(50);
			}
			Thread.sleep(3000);
			System.out.printf("%-28s %10s %10s %8s%n", "1024 x 768, all of it moving", "updates/s", "frames/s", "cores");
			final var benchmark = new DisplayBenchmark(seconds);
			benchmark.measure("unpacked, pixel by pixel", socket, true, true);
			benchmark.measure("unpacked, scaled", socket, true, false);
			benchmark.measure("packed, pixel by pixel", socket, false, true);
			benchmark.measure("packed, scaled", socket, false, false);
		} finally {
			qemu.destroyForcibly().onExit().join();
			Files.deleteIfExists(boot);
			Files.deleteIfExists(socket);
			Files.deleteIfExists(folder);
		}
	}

	private void measure(String name, Path socket, boolean near, boolean exact) throws Exception {
		final var shell = new Shell(display);
		shell.setLayout(new FillLayout());
		shell.setSize(exact ? 1100 : 800, exact ? 850 : 640);
		final var canvas = new ScreenCanvas(shell);
		canvas.exact(exact);
		final var painter = new Painter(display, canvas);
		final var updates = new AtomicInteger();
		final var client = RfbClient.open(() -> channel(socket, near), new Ear(painter, updates));
		final var thread = Thread.ofPlatform().start(() -> run(client));
		shell.open();
		turn(2);
		updates.set(0);
		canvas.paints();
		final long begin = System.nanoTime();
		final long cpu = cpuTime();
		turn(seconds);
		final double took = (System.nanoTime() - begin) / NANOS;
		System.out.printf("%-28s %10.1f %10.1f %8.2f%n", name, updates.get() / took, canvas.paints() / took, (cpuTime() - cpu) / NANOS / took);
		client.close();
		thread.join();
		painter.close();
		shell.dispose();
	}

	private static long cpuTime() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
	}

	private void turn(int count) {
		final long end = System.nanoTime() + count * 1_000_000_000L;
		display.timerExec(count * 1000, () -> { });
		while (System.nanoTime() < end) {
			if (!display.readAndDispatch()) {
				display.sleep();
			}
		}
	}

	private static void run(RfbClient client) {
		try {
			client.run();
		} catch (BenchException e) {
			System.err.println(e.getMessage());
		}
	}

	private static ByteChannel channel(Path socket, boolean near) throws BenchException {
		try {
			final var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
			return near ? channel : new Far(channel);
		} catch (IOException e) {
			throw BenchException.failed("No connection").why(e).build();
		}
	}

	/** Paints what it hears, and counts. */
	private record Ear(Painter painter, AtomicInteger updates) implements RfbListener {

		@Override
		public void screen(Framebuffer screen) {
			painter.screen(screen);
		}

		@Override
		public void changed(Rect part) {
			painter.changed(part);
		}

		@Override
		public void updated() {
			updates.incrementAndGet();
		}
	}

	/** A channel of which nobody knows that its other end is near, so that the client asks for packed pictures. */
	private record Far(SocketChannel channel) implements ByteChannel {

		@Override
		public int read(ByteBuffer target) throws IOException {
			return channel.read(target);
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			return channel.write(source);
		}

		@Override
		public boolean isOpen() {
			return channel.isOpen();
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}
	}
}
