package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** U-Boot in QEMU. Its user network passes packets on to any address of the host that begins with 127, at port 69 alone. */
public final class BootLoader implements AutoCloseable {

	public static final String PROGRAM = "qemu-system-aarch64";
	public static final String FIRMWARE = "/usr/lib/u-boot/qemu_arm64/u-boot.bin";

	private static final String PROMPT = "\n=> ";
	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

	private final Process machine;
	private final Writer keys;

	private BootLoader(Process machine) {
		this.machine = machine;
		this.keys = machine.outputWriter();
	}

	/** Boots a machine and gives it an address. */
	public static BootLoader start() throws IOException {
		final var loader = new BootLoader(new ProcessBuilder(PROGRAM, "-machine", "virt", "-cpu", "cortex-a72", "-m", "512", "-bios", FIRMWARE,
				"-display", "none", "-monitor", "none", "-serial", "stdio", "-netdev", "user,id=n", "-device", "virtio-net-device,netdev=n")
				.redirectError(ProcessBuilder.Redirect.DISCARD).start());
		try {
			loader.until("stop autoboot");
			loader.keys.write(" ");
			loader.keys.flush();
			loader.until(PROMPT);
			loader.command("setenv autoload no");
			loader.command("dhcp");
			return loader;
		} catch (final IOException e) {
			loader.close();
			throw e;
		}
	}

	/** Loads a file; returns what was said. */
	public String load(InetAddress server, String file, int blockSize, int window) throws IOException {
		command("setenv tftpblocksize " + blockSize);
		command("setenv tftpwindowsize " + window);
		return command("tftpboot 0x42000000 " + server.getHostAddress() + ":" + file);
	}

	/** The CRC-32 of what was loaded last, as U-Boot takes it; returns what was said, with {@code ==>} before the number. */
	public String check() throws IOException {
		return command("crc32 0x42000000 ${filesize}");
	}

	private String command(String line) throws IOException {
		keys.write(line + "\n");
		keys.flush();
		return until(PROMPT);
	}

	/** Reads on until the machine has said that. */
	private String until(String text) throws IOException {
		final var said = new StringBuilder();
		final var in = machine.getInputStream();
		final long end = System.nanoTime() + PATIENCE;
		while (said.length() < text.length() || said.indexOf(text, said.length() - text.length()) < 0) {
			if (in.available() == 0 && machine.isAlive()) {
				LockSupport.parkNanos(200_000);
			} else {
				final int next = in.read();
				if (next < 0) {
					throw new IOException("the machine ended: " + said);
				}
				said.append((char) next);
			}
			if (System.nanoTime() - end > 0) {
				throw new IOException("the machine hangs: " + said);
			}
		}
		return said.toString();
	}

	@Override
	public void close() {
		machine.destroyForcibly().onExit().join();
	}
}
