package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;

class QemuHostLinkTest {

	@ParameterizedTest
	@ValueSource(strings = {"virtual", "a", "", "polygenelubricants", "board-17"})
	void aBootloaderReachesTftpAtAnAddressOfItsBoardsOwn(String board) throws Exception {
		final var route = new QemuHostLink(board, true, Path.of("/s")).route("tftp", true);

		assertEquals(route.bind(), route.seen());
		assertEquals(69, route.bind().getPort());
		assertTrue(route.bind().getAddress().isLoopbackAddress());
	}

	@Test
	void linuxReachesHttpAtTheRouter() throws Exception {
		final var route = new QemuHostLink("virtual", true, Path.of("/s")).route("http", false);

		assertEquals("127.0.0.1", route.bind().getHostString());
		assertEquals("10.0.2.2", route.seen().getHostString());
	}

	@Test
	void aBoardWithoutANetworkReachesNothing() {
		assertThrows(BenchException.class, () -> new QemuHostLink("virtual", false, Path.of("/s")).route("http", false));
	}

	@Test
	void theRouterServesCopiesByTftp(@TempDir Path folder) throws Exception {
		final Path served = folder.resolve("tftp");
		final var router = new QemuHostLink("virtual", true, served).own("tftp").orElseThrow();
		final Path file = Files.writeString(folder.resolve("kernel"), "a kernel");
		assertEquals(Optional.empty(), router.address());
		assertEquals("10.0.2.2:69", router.start().getHostString() + ':' + router.start().getPort());
		assertEquals("tftp://10.0.2.2/board/Image", router.publish("board/Image", file, InetAddress.getLoopbackAddress()));
		assertEquals("a kernel", Files.readString(served.resolve("board/Image")));
		assertEquals(Map.of("board/Image", "tftp://10.0.2.2/board/Image"), router.published());
		assertThrows(BenchException.class, () -> router.publish("../kernel", file, InetAddress.getLoopbackAddress()));
		router.stop();
		assertTrue(Files.notExists(served.resolve("board/Image")) && router.address().isEmpty());
		assertEquals(Optional.empty(), new QemuHostLink("virtual", true, served).own("http"));
		assertEquals(Optional.empty(), new QemuHostLink("virtual", false, served).own("tftp"));
	}
}
