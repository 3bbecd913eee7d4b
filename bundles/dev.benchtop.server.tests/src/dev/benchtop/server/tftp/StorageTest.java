package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files of any storage, and storages that are slow")
class StorageTest {

	@TempDir
	Path root;

	@Test
	@DisplayName("A file system that is none of this machine's is served and written to")
	void otherFileSystem() throws Exception {
		final var content = new byte[400_000];
		new Random(2).nextBytes(content);
		try (var zip = FileSystems.newFileSystem(root.resolve("a.zip"), Map.of("create", "true"))) {
			Files.write(Files.createDirectory(zip.getPath("/boot")).resolve("Image"), content);
			try (var bed = Bed.writable(zip.getPath("/"))) {
				for (final int window : new int[] { 1, 16, 64 }) {
					assertArrayEquals(content, Bed.get(bed.client().sizes(1468, window), "boot/Image"));
				}
				assertArrayEquals(content, Bed.get(bed.client().sizes(65464, 4), "boot/Image"));
				Bed.put(bed.client().sizes(1468, 16), "boot/new", content);
				assertArrayEquals(content, Files.readAllBytes(zip.getPath("/boot/new")));
				try (var wire = bed.wire().read("../a.zip", "octet")) {
					assertEquals(2, wire.receive().number());
				}
			}
		}
	}

	@Test
	@DisplayName("A storage that hangs holds up nobody else")
	void hanging() throws Exception {
		final var content = new byte[300_000];
		new Random(2).nextBytes(content);
		final var slow = new Gated(content);
		final var quick = Files.write(root.resolve("quick"), content);
		try (var bed = new Bed(root, name -> name.equals("slow") ? slow.path() : quick, TftpSettings.defaults())) {
			final var fetched = CompletableFuture.supplyAsync(() -> {
				try {
					return Bed.get(bed.client().sizes(1468, 8).patience(1000, 30_000), "slow");
				} catch (final Exception e) {
					throw new IllegalStateException(e);
				}
			}, task -> Thread.ofPlatform().daemon().start(task));
			slow.waiting.acquire();
			for (int i = 0; i < 3; i++) {
				assertArrayEquals(content, Bed.get(bed.client().sizes(1468, 8), "quick"));
			}
			assertFalse(fetched.isDone());
			slow.gate.release(1000);
			assertArrayEquals(content, fetched.get());
		}
		assertTrue(slow.closed);
	}

	@Test
	@DisplayName("A name that takes long to find holds up nobody else, and is not looked for twice")
	void slowToFind() throws Exception {
		final var file = Files.write(root.resolve("a"), new byte[100]);
		final var found = new CountDownLatch(1);
		try (var bed = new Bed(root, name -> {
			if (name.equals("late")) {
				await(found);
			}
			return file;
		}, TftpSettings.defaults()); var late = bed.wire().read("late", "octet").read("late", "octet")) {
			assertEquals(100, Bed.get(bed.client(), "a").length);
			found.countDown();
			assertTrue(late.receive().data(1));
			assertEquals(2, bed.begun.size());
		}
	}

	@Test
	@DisplayName("A storage that breaks ends the transfer by error 0, and its words do not go to the client")
	void breaking() throws Exception {
		final var slow = new Gated(new byte[300_000]);
		slow.gate.release(1);
		try (var bed = new Bed(root, name -> slow.path(), TftpSettings.defaults()); var wire = bed.wire().read("a", "octet")) {
			slow.broken = true;
			slow.gate.release(1);
			Wire.Reply reply;
			do {
				reply = wire.receive();
				wire.ack(reply.number());
			} while (reply.operation() == Packet.DATA);
			assertEquals(0, reply.number());
			assertFalse(reply.text().contains("secret"));
			final var end = bed.end();
			assertEquals(TftpEnd.FAILED, end.end());
			assertTrue(end.reason().contains("secret"), end.reason());
		}
	}

	@Test
	@DisplayName("A server that stops does not wait for a storage that hangs")
	void stopped() throws Exception {
		final var slow = new Gated(new byte[300_000]);
		final var bed = new Bed(root, name -> slow.path(), TftpSettings.defaults());
		try (var wire = bed.wire().read("a", "octet")) {
			slow.waiting.acquire();
			bed.close();
			assertEquals(0, wire.receive().number());
		}
		assertEquals(TftpEnd.FAILED, bed.end().end());
	}

	@Test
	@DisplayName("What goes wrong in the program that is asked for files is told, and the server serves on")
	void defect() throws Exception {
		final var file = Files.write(root.resolve("a"), new byte[100]);
		final var bed = new Bed(root, name -> {
			if (name.equals("bad")) {
				throw new IllegalStateException("a defect");
			}
			return file;
		}, TftpSettings.defaults());
		try (var wire = bed.wire().read("bad", "octet")) {
			assertEquals(0, wire.receive().number());
		}
		assertEquals(100, Bed.get(bed.client(), "a").length);
		assertEquals("a defect", bed.troubles.poll().getMessage());
		bed.close();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
