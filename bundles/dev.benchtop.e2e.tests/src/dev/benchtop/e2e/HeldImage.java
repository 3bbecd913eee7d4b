package dev.benchtop.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A raw image on a web server that keeps its second half back until that is let go: what reads it is in the middle for as long as a test needs. */
final class HeldImage implements AutoCloseable {

	private static final int PIECE = 1 << 20;
	private static final int PIECES = 64;

	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	private final CountDownLatch half = new CountDownLatch(1);
	private final CountDownLatch letGo = new CountDownLatch(1);

	HeldImage() throws IOException {
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
	}

	String url() {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/held.img";
	}

	/** Waits until the first half was sent. */
	boolean awaitHalf(long seconds) throws InterruptedException {
		return half.await(seconds, TimeUnit.SECONDS);
	}

	/** Gives the second half to all who read, and to all who come. */
	void letGo() {
		letGo.countDown();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			final long size = (long) PIECE * PIECES;
			if (exchange.getRequestMethod().equals("HEAD")) {
				exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
				exchange.sendResponseHeaders(200, -1);
				return;
			}
			exchange.sendResponseHeaders(200, size);
			final byte[] piece = new byte[PIECE];
			for (int sent = 0; sent < PIECES / 2; sent++) {
				exchange.getResponseBody().write(piece);
			}
			half.countDown();
			letGo.await();
			for (int sent = PIECES / 2; sent < PIECES; sent++) {
				exchange.getResponseBody().write(piece);
			}
		} catch (final InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		server.stop(0);
		letGo();
	}
}
