package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;

@Timeout(60)
class MuxWatchTest {

	@TempDir
	Path home;

	@Test
	void tellsWhoeverWatchesOfMuxesThatComeAndGo() throws Exception {
		final Path nodes = Files.createDirectories(home.resolve("nodes"));
		final var finder = new MuxFinder(new SysFolder(home.resolve("sys")), nodes);
		final var heard = new LinkedBlockingQueue<Integer>();
		try (var _ = finder.watch(() -> heard.add(count(finder)))) {
			assertEquals(0, heard.take(), "the first look is told, whatever it finds");
			final Path node = Files.createFile(nodes.resolve("id-00048.00643"));
			while (heard.take() != 1) {
				continue;
			}
			Files.delete(node);
			while (heard.take() != 0) {
				continue;
			}
		} finally {
			finder.deactivate();
		}
		assertEquals(List.of(), finder.find());
	}

	private static int count(MuxFinder finder) {
		try {
			return finder.find().size();
		} catch (BenchException e) {
			throw new IllegalStateException(e);
		}
	}
}
