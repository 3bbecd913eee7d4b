package dev.benchtop.core.rfb;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.testing.Needs;

/** A PC in QEMU with a display, and a serial line that says what it is typed. */
final class Qemu implements AutoCloseable {

	private final Process process;
	private final Path socket;

	Qemu(Path folder, String code) throws IOException {
		this(folder, code, "unix:" + folder.resolve("vnc"));
	}

	/** @param vnc the value of QEMU's option */
	Qemu(Path folder, String code, String vnc, String... more) throws IOException {
		Needs.programs("qemu-system-x86_64");
		socket = folder.resolve("vnc");
		final var line = new ArrayList<>(List.of("qemu-system-x86_64", "-nodefaults", "-vga", "std", "-m", "64", "-vnc", vnc, "-serial", "stdio", "-drive",
				"if=ide,format=raw,snapshot=on,file=" + BootSector.write(folder.resolve("boot"), code)));
		line.addAll(List.of(more));
		process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		if (process.getInputStream().read() != 'K') {
			throw new IOException("did not boot");
		}
	}

	Sockets display() {
		return new Sockets(UnixDomainSocketAddress.of(socket));
	}

	/** The next key: its scancode in the upper byte, its character in the lower. */
	int key() throws IOException {
		final int character = process.getInputStream().read();
		return process.getInputStream().read() << 8 | character;
	}

	@Override
	public void close() throws IOException {
		process.destroyForcibly();
		process.onExit().join();
		Files.deleteIfExists(socket);
	}
}
