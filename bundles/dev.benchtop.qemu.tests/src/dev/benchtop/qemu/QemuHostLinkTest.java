package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;

class QemuHostLinkTest {

	@ParameterizedTest
	@ValueSource(strings = {"virtual", "a", "", "polygenelubricants", "board-17"})
	void aBootloaderReachesTftpAtAnAddressOfItsBoardsOwn(String board) throws Exception {
		final var route = new QemuHostLink(board, true).route("tftp", true);

		assertEquals(route.bind(), route.seen());
		assertEquals(69, route.bind().getPort());
		assertTrue(route.bind().getAddress().isLoopbackAddress());
	}

	@Test
	void linuxReachesHttpAtTheRouter() throws Exception {
		final var route = new QemuHostLink("virtual", true).route("http", false);

		assertEquals("127.0.0.1", route.bind().getHostString());
		assertEquals("10.0.2.2", route.seen().getHostString());
	}

	@Test
	void aBoardWithoutANetworkReachesNothing() {
		assertThrows(BenchException.class, () -> new QemuHostLink("virtual", false).route("http", false));
	}
}
