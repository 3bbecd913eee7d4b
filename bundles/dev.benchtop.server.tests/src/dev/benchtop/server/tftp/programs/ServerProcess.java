package dev.benchtop.server.tftp.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.benchtop.server.tftp.client.TftpClient;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {

	private final Process process;
	private final InetSocketAddress address;

	private ServerProcess(Process process, InetSocketAddress address) {
		this.process = process;
		this.address = address;
	}

	/** This project's server in a JVM with that much heap; the further arguments are those of {@link ServeFolder}. */
	static ServerProcess own(Path folder, String heap, String host, int port, String... further) throws IOException {
		final var sources = Path.of(System.getProperty("benchtop.sources"));
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-cp",
				System.getProperty("java.class.path"), "-Dbenchtop.sources=" + sources,
				sources.resolve("dev/benchtop/server/tftp/programs/ServeFolder.java").toString(), folder.toString(), host, Integer.toString(port)));
		command.addAll(List.of(further));
		final var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final BufferedReader says = process.inputReader();
		final var first = says.readLine();
		if (first == null || !first.matches("\\d+")) {
			throw new IOException("the server did not start: " + first);
		}
		Thread.ofPlatform().daemon().start(() -> says.lines().forEach(System.err::println));
		return new ServerProcess(process, new InetSocketAddress(host, Integer.parseInt(first)));
	}

	/** A server of others; waits until it serves {@code probe}. */
	static ServerProcess other(InetSocketAddress address, Path log, String probe, List<String> command) throws IOException {
		final var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		final var server = new ServerProcess(process, address);
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		while (true) {
			try {
				new TftpClient(address).patience(100, 300).get(probe, block -> {
				});
				return server;
			} catch (final IOException e) {
				if (!process.isAlive() || System.nanoTime() > end) {
					server.close();
					throw new IOException(String.join(" ", command) + ": " + Files.readString(log).strip(), e);
				}
			}
		}
	}

	InetSocketAddress address() {
		return address;
	}

	long pid() {
		return process.pid();
	}

	boolean alive() {
		return process.isAlive();
	}

	/** Threads and descriptors that it has. */
	String resources() throws IOException {
		try (var threads = Files.list(Path.of("/proc/" + pid() + "/task")); var descriptors = Files.list(Path.of("/proc/" + pid() + "/fd"))) {
			return threads.count() + " threads, " + descriptors.count() + " descriptors";
		}
	}

	/** The most memory that it took so far, as the kernel says it. */
	String memory() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream().filter(line -> line.startsWith("VmHWM")).findAny().orElse("");
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
		try {
			process.waitFor(5, TimeUnit.SECONDS);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
