package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.benchtop.server.tftp.client.TftpClient;

/** A server over a folder, and what it says. */
final class Bed implements AutoCloseable, TftpListener {

	/** The end of a transfer as it was heard. */
	record Ended(TftpTransfer transfer, TftpEnd end, String reason) {
	}

	final Path root;
	final TftpServer server;
	final Queue<TftpTransfer> begun = new ConcurrentLinkedQueue<>();
	final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
	final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
	final BlockingQueue<String> missing = new LinkedBlockingQueue<>();
	final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();

	Bed(Path root, TftpFolder.Access access, TftpSettings settings) throws IOException {
		this(root, new TftpFolder(root, access), settings);
	}

	Bed(Path root, TftpFiles files, TftpSettings settings) throws IOException {
		this.root = root;
		server = TftpServer.start(new InetSocketAddress("127.0.0.1", 0), files, settings, this);
	}

	/** Nothing comes again by itself, however busy the machine is. */
	static Bed reading(Path root) throws IOException {
		return new Bed(root, TftpFolder.Access.READ, patient());
	}

	/** Nothing comes again by itself, however busy the machine is. */
	static Bed writable(Path root) throws IOException {
		return new Bed(root, TftpFolder.Access.CREATE, patient());
	}

	/** What is lost comes again as soon as it does by default. */
	static Bed prompt(Path root) throws IOException {
		return new Bed(root, TftpFolder.Access.CREATE, TftpSettings.defaults().withMaxWindow(64));
	}

	private static TftpSettings patient() {
		final var usual = TftpSettings.defaults();
		return new TftpSettings(64, usual.maxBlockSize(), usual.rollover(), Duration.ofMinutes(1), Duration.ofMinutes(5), usual.maxUpload(),
				usual.maxTransfers());
	}

	/** A file of noise. */
	byte[] file(String name, int size) throws IOException {
		final var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		Files.createDirectories(root.resolve(name).getParent());
		Files.write(root.resolve(name), bytes);
		return bytes;
	}

	Wire wire() throws IOException {
		return new Wire(server.address());
	}

	TftpClient client() {
		return new TftpClient(server.address());
	}

	static byte[] get(TftpClient client, String name) throws IOException {
		final var bytes = new java.io.ByteArrayOutputStream();
		client.get(name, block -> {
			final var part = new byte[block.remaining()];
			block.get(part);
			bytes.writeBytes(part);
		});
		return bytes.toByteArray();
	}

	static TftpClient.Result put(TftpClient client, String name, byte[] content) throws IOException {
		final var rest = ByteBuffer.wrap(content);
		return client.put(name, block -> {
			final int count = Math.min(block.remaining(), rest.remaining());
			block.put(rest.slice(rest.position(), count));
			rest.position(rest.position() + count);
		});
	}

	/** The next transfer that ends. */
	Ended end() throws InterruptedException {
		final var end = ended.poll(10, TimeUnit.SECONDS);
		if (end == null) {
			throw new AssertionError("no transfer has ended; " + begun.size() + " began, troubles: " + List.copyOf(troubles));
		}
		return end;
	}

	@Override
	public void begin(TftpTransfer transfer) {
		begun.add(transfer);
	}

	@Override
	public void end(TftpTransfer transfer, TftpEnd end, String reason) {
		ended.add(new Ended(transfer, end, reason));
	}

	@Override
	public void missing(InetSocketAddress client, String name) {
		missing.add(name);
	}

	@Override
	public void refused(InetSocketAddress client, String name, TftpError error, String text) {
		refused.add(name + ": " + error);
	}

	@Override
	public void trouble(Throwable cause) {
		troubles.add(cause);
	}

	@Override
	public void close() {
		server.close();
		if (!troubles.isEmpty()) {
			final var failure = new AssertionError("the server had troubles");
			troubles.forEach(failure::addSuppressed);
			throw failure;
		}
	}
}
