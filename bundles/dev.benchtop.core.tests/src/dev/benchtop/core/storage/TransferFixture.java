package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** A storage with faults and a local folder, between which files are transferred. */
@Timeout(120)
abstract class TransferFixture {

	private static final Duration SOON = Duration.ofMillis(1);
	static final int BIG = 20 << 20;

	/** Counts what it hears. */
	static final class Heard implements Progress {
		final CancelToken token = new CancelToken();
		final AtomicLong total = new AtomicLong();
		final AtomicLong done = new AtomicLong();

		@Override
		public CancelToken token() {
			return token;
		}

		@Override
		public void begin(Phase phase, long totalBytes) {
			total.set(totalBytes);
			done.set(0);
		}

		@Override
		public void total(long totalBytes) {
			total.set(totalBytes);
		}

		@Override
		public void advance(long bytes) {
			done.addAndGet(bytes);
		}
	}

	@TempDir
	Path home;

	FakeStorage storage;
	Path local;
	final Heard heard = new Heard();

	@BeforeEach
	void make() throws IOException {
		storage = new FakeStorage(Files.createDirectory(home.resolve("storage")));
		local = Files.createDirectory(home.resolve("local"));
	}

	static byte[] bytes(int size) {
		final var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	Path file(String name, byte[] content) throws IOException {
		final Path file = Files.createDirectories(local.resolve(name).getParent()).resolve(local.resolve(name).getFileName());
		return Files.write(file, content);
	}

	Path stored(String name, byte[] content) throws IOException {
		final Path file = storage.folder().resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, content);
	}

	TransferReport run(Location from, Location to, TransferOptions options) throws BenchException {
		return new Transfer(from, to, options, SOON).run(heard);
	}

	Location at(String name) {
		return Location.of(local.resolve(name));
	}

	static List<String> names(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	void assertTotalWasTrue() {
		assertEquals(heard.total.get(), heard.done.get());
	}
}
