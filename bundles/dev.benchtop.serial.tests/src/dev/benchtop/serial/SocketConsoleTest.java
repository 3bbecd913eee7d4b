package dev.benchtop.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.testing.Heard;

/** Plain bytes over sockets. */
@Timeout(60)
class SocketConsoleTest {

	private static final byte[] BYTES = {0, 1, 'x', '\r', '\n', (byte) 0xff, (byte) 0xff, (byte) 0xf0};

	@TempDir
	Path folder;

	private void talk(Desk desk, ServerSocket server) throws Exception {
		final Console console = desk.console();
		console.open();
		final var heard = new Heard();
		try (var _ = console.attach(heard)) {
			try (var board = server.accept()) {
				board.getOutputStream().write(BYTES);
				heard.await(BYTES.length);
				assertArrayEquals(BYTES, heard.bytes());
				console.write(BYTES);
				assertArrayEquals(BYTES, board.getInputStream().readNBytes(BYTES.length));
			}
			heard.await(Line.LOST, 0);
			try (var board = server.accept()) {
				heard.await(Line.OPEN, 0);
				board.getOutputStream().write('y');
				heard.await(text -> text.endsWith("y"));
			}
		}
	}

	@Test
	void speaksOverTcpAndComesBack() throws Exception {
		try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				var desk = Desk.of(folder, "socket", "host: 127.0.0.1, port: " + server.getLocalPort())) {
			talk(desk, server);
		}
	}

	@Test
	void knowsTheUrlOfPySerial() throws Exception {
		try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				var desk = Desk.theirs(folder, "url: \"socket://127.0.0.1:" + server.getLocalPort() + '"')) {
			talk(desk, server);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = {false, true})
	void speaksOverAUnixSocket(boolean url) throws Exception {
		final Path path = folder.resolve("board.sock");
		try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(path));
			try (var desk = url ? Desk.of(folder, "serial", "port: \"unix://" + path + '"') : Desk.of(folder, "socket", "path: " + path)) {
				desk.console().open();
				final var heard = new Heard();
				try (var _ = desk.console().attach(heard)) {
					try (var board = server.accept()) {
						write(board, BYTES);
						heard.await(BYTES.length);
						assertArrayEquals(BYTES, heard.bytes());
					}
					heard.await(Line.LOST, 0);
				}
			}
		}
	}

	private static void write(WritableByteChannel to, byte[] bytes) throws IOException {
		final var data = ByteBuffer.wrap(bytes);
		while (data.hasRemaining()) {
			to.write(data);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"host: localhost", "port: 7, path: /run/x"})
	void wantsOneOfPortAndPath(String config) throws Exception {
		try (var desk = Desk.of(folder, "socket", config)) {
			assertTrue(assertThrows(BenchException.class, desk::console).getMessage().contains("either"));
		}
	}

	@Test
	void saysThatAHostIsNotThere() throws Exception {
		try (var desk = Desk.of(folder, "socket", "host: no-such-host.invalid, port: 7")) {
			final var error = assertThrows(BenchException.class, () -> desk.console().open());
			assertTrue(error.getMessage().contains("There is no host no-such-host.invalid"), error.getMessage());
		}
	}
}
