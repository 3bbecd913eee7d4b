package dev.benchtop.serial.modem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.console.modem.FileTransfer;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.serial.Desk;
import dev.benchtop.testing.Heard;

/** The MODEM protocols with the programs of lrzsz. */
@Timeout(300)
class FileTransferTest {

	private static final byte SUB = 26;

	@TempDir
	Path home;

	/** Counts what is told. */
	private static final class Counted implements Progress {

		private final CancelToken token = new CancelToken();
		private final List<String> phases = new ArrayList<>();
		private final AtomicLong bytes = new AtomicLong();

		@Override
		public CancelToken token() {
			return token;
		}

		@Override
		public void begin(Phase phase, long total) {
			phases.add(phase.label() + ' ' + total);
		}

		@Override
		public void advance(long more) {
			bytes.addAndGet(more);
		}
	}

	/** Cancels as soon as something is under way. */
	private static Progress cancelling() {
		final var token = new CancelToken();
		return new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void advance(long bytes) {
				token.cancel();
			}
		};
	}

	private Path file(String name, int size) throws IOException {
		final var content = new byte[size];
		new Random(size).nextBytes(content);
		for (int i = 0; i < Math.min(size, 512); i++) {
			content[i] = (byte) i;
		}
		return Files.write(Files.createDirectories(home.resolve("desk")).resolve(name), content);
	}

	private Desk desk(ModemBoard board) throws Exception {
		final var desk = Desk.of(home, "serial", "port: " + board.port());
		desk.console().open();
		desk.console().write(new byte[] {'g'});
		return desk;
	}

	private static void awaitEnd(Desk desk) throws Exception {
		final var heard = new Heard();
		try (var _ = desk.console().attach(heard)) {
			heard.await(text -> text.contains("finished 0"));
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM,rx,0", "XMODEM,rx,1", "XMODEM,rx,128", "XMODEM,rx,50000", "XMODEM_CRC,rx -c,50000", "XMODEM_1K,rx -c,5000", "XMODEM_1K,rx -c,50000",
			"XMODEM_1K,rx,1500"})
	void sendsByXmodem(Protocol protocol, String command, int size) throws Exception {
		final Path file = file("image", size);
		try (var board = new ModemBoard(home, command + " -q image"); var desk = desk(board)) {
			final var progress = new Counted();
			FileTransfer.send(desk.console(), protocol, List.of(file), progress);
			awaitEnd(desk);
			final byte[] content = Files.readAllBytes(file);
			final byte[] arrived = Files.readAllBytes(board.folder().resolve("image"));
			assertArrayEquals(content, Arrays.copyOf(arrived, size));
			for (int i = size; i < arrived.length; i++) {
				assertEquals(SUB, arrived[i]);
			}
			assertEquals((size + 127) / 128 * 128, arrived.length);
			assertEquals(List.of("image " + size), progress.phases);
			assertEquals(size, progress.bytes.get());
		}
	}

	@ParameterizedTest
	@CsvSource({"YMODEM,rb -q", "ZMODEM,rz -q"})
	void sendsSeveralFilesWithTheirNames(Protocol protocol, String command) throws Exception {
		final var files = List.of(file("first.img", 100_000), file("empty", 0), file("one", 1), file("third file.bin", 4096));
		try (var board = new ModemBoard(home, command); var desk = desk(board)) {
			final var progress = new Counted();
			FileTransfer.send(desk.console(), protocol, files, progress);
			awaitEnd(desk);
			for (final Path file : files) {
				assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(board.folder().resolve(file.getFileName())));
			}
			assertEquals(104_097, progress.bytes.get());
			assertEquals(List.of("first.img 100000", "empty 0", "one 1", "third file.bin 4096"), progress.phases);
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM,sx -q,1000", "XMODEM,sx -q,0", "XMODEM_CRC,sx -q,50000", "XMODEM_1K,sx -k -q,50000"})
	void receivesByXmodem(Protocol protocol, String command, int size) throws Exception {
		final Path file = file("image", size);
		try (var board = new ModemBoard(home, command + ' ' + file); var desk = desk(board)) {
			final Path place = home.resolve("received");
			assertEquals(List.of(place), FileTransfer.receive(desk.console(), protocol, place, new Counted()));
			awaitEnd(desk);
			final byte[] arrived = Files.readAllBytes(place);
			assertArrayEquals(Files.readAllBytes(file), Arrays.copyOf(arrived, size));
			assertTrue(arrived.length - size < 1024, "length: " + arrived.length);
		}
	}

	@ParameterizedTest
	@CsvSource({"YMODEM,sb -q", "YMODEM,sb -k -q", "ZMODEM,sz -q", "ZMODEM,sz -q -e", "ZMODEM,sz -q -o"})
	void receivesSeveralFilesWithTheirNames(Protocol protocol, String command) throws Exception {
		final var files = List.of(file("first.img", 100_000), file("empty", 0), file("one", 1), file("third.bin", 4096));
		final Path folder = Files.createDirectories(home.resolve("received"));
		Files.writeString(folder.resolve("first.img"), "something else");
		final String names = String.join(" ", files.stream().map(Path::toString).toList());
		try (var board = new ModemBoard(home, command + ' ' + names); var desk = desk(board)) {
			final var progress = new Counted();
			final var received = FileTransfer.receive(desk.console(), protocol, folder, progress);
			awaitEnd(desk);
			assertEquals(List.of("first (1).img", "empty", "one", "third.bin"), received.stream().map(path -> path.getFileName().toString()).toList());
			for (int i = 0; i < files.size(); i++) {
				assertArrayEquals(Files.readAllBytes(files.get(i)), Files.readAllBytes(received.get(i)));
			}
			assertEquals("something else", Files.readString(folder.resolve("first.img")));
			assertEquals(104_097, progress.bytes.get());
		}
	}

	@Test
	void goesOnWithAFileThatTheBoardHasTheBeginningOf() throws Exception {
		final Path file = file("image", 300_000);
		Files.createDirectories(home.resolve("board"));
		Files.write(home.resolve("board/image"), Arrays.copyOf(Files.readAllBytes(file), 120_000));
		try (var board = new ModemBoard(home, "rz -q"); var desk = desk(board)) {
			final var progress = new Counted();
			FileTransfer.send(desk.console(), Protocol.ZMODEM, List.of(file), progress);
			awaitEnd(desk);
			assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(board.folder().resolve("image")));
			assertEquals(300_000, progress.bytes.get());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void goesOnWithAFileThatCameInPartIfItIsTheSame(boolean same) throws Exception {
		final Path file = file("image", 300_000);
		final Path folder = Files.createDirectories(home.resolve("received"));
		final byte[] part = Arrays.copyOf(Files.readAllBytes(file), 120_000);
		part[7] += same ? 0 : 1;
		Files.write(folder.resolve("image.part"), part);
		try (var board = new ModemBoard(home, "sz -q " + file); var desk = desk(board)) {
			final var received = FileTransfer.receive(desk.console(), Protocol.ZMODEM, folder, new Counted());
			awaitEnd(desk);
			assertEquals(List.of(folder.resolve("image")), received);
			assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("image")));
			if (same) {
				assertFalse(Files.exists(folder.resolve("image.part")));
			} else {
				assertArrayEquals(part, Files.readAllBytes(folder.resolve("image.part")));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM_CRC,sx -q", "YMODEM,sb -q"})
	void leavesAPartThatIsSomebodyElses(Protocol protocol, String command) throws Exception {
		final Path file = file("image", 5000);
		final Path folder = Files.createDirectories(home.resolve("received"));
		Files.writeString(folder.resolve("image.part"), "something else");
		try (var board = new ModemBoard(home, command + ' ' + file); var desk = desk(board)) {
			final Path image = folder.resolve("image");
			assertEquals(List.of(image), FileTransfer.receive(desk.console(), protocol, protocol.batch() ? folder : image, new Counted()));
			awaitEnd(desk);
			assertArrayEquals(Files.readAllBytes(file), Arrays.copyOf(Files.readAllBytes(image), 5000));
			assertEquals("something else", Files.readString(folder.resolve("image.part")));
			assertEquals(2, names(folder).size());
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM_1K,sx -k -q", "YMODEM,sb -q"})
	void leavesAPartThatIsSomebodyElsesWhereItGivesUp(Protocol protocol, String command) throws Exception {
		final Path file = file("image", 3_000_000);
		final Path folder = Files.createDirectories(home.resolve("received"));
		Files.writeString(folder.resolve("image.part"), "something else");
		try (var board = new ModemBoard(home, command + ' ' + file); var desk = desk(board)) {
			final Progress cancelling = cancelling();
			final Path place = protocol.batch() ? folder : folder.resolve("image");
			assertThrows(BenchException.class, () -> FileTransfer.receive(desk.console(), protocol, place, cancelling));
			assertEquals("something else", Files.readString(folder.resolve("image.part")));
			assertEquals(List.of("image.part"), names(folder));
		}
	}

	private static List<String> names(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void doesNotFetchAFileAgainThatIsThere() throws Exception {
		final Path file = file("image", 5000);
		final Path folder = Files.createDirectories(home.resolve("received"));
		Files.copy(file, folder.resolve("image"));
		try (var board = new ModemBoard(home, "sz -q " + file); var desk = desk(board)) {
			assertEquals(List.of(), FileTransfer.receive(desk.console(), Protocol.ZMODEM, folder, new Counted()));
			awaitEnd(desk);
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM_1K,rx -c -q image", "YMODEM,rb -q", "ZMODEM,rz -q"})
	void tellsTheBoardOfACancellation(Protocol protocol, String command) throws Exception {
		final Path file = file("image", 3_000_000);
		try (var board = new ModemBoard(home, command); var desk = desk(board)) {
			final Progress progress = cancelling();
			final var error = assertThrows(BenchException.class, () -> FileTransfer.send(desk.console(), protocol, List.of(file), progress));
			assertTrue(error.isCancelled(), error.getMessage());
			assertTrue(desk.console().state().script().isEmpty());
			final var heard = new Heard();
			try (var _ = desk.console().attach(heard)) {
				heard.await(text -> text.matches("(?s).*finished [1-9].*"));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({"XMODEM_1K,sx -k -q", "YMODEM,sb -q", "ZMODEM,sz -q"})
	void leavesNoHalfFileUnderItsName(Protocol protocol, String command) throws Exception {
		final Path file = file("image", 3_000_000);
		final Path folder = Files.createDirectories(home.resolve("received"));
		try (var board = new ModemBoard(home, command + ' ' + file); var desk = desk(board)) {
			final Progress cancelling = cancelling();
			final Path place = protocol.batch() ? folder : folder.resolve("image");
			assertThrows(BenchException.class, () -> FileTransfer.receive(desk.console(), protocol, place, cancelling));
			assertFalse(Files.exists(folder.resolve("image")));
			assertEquals(protocol == Protocol.ZMODEM, Files.exists(folder.resolve("image.part")));
		}
	}

	@Test
	void saysThatTheBoardGaveUp() throws Exception {
		final Path file = file("image", 10_000);
		try (var board = new ModemBoard(home, "head -c 3 >/dev/null; printf '\\030\\030\\030\\030\\030\\030\\030\\030'"); var desk = desk(board)) {
			final var error = assertThrows(BenchException.class, () -> FileTransfer.send(desk.console(), Protocol.ZMODEM, List.of(file), new Counted()));
			assertTrue(error.getMessage().contains("gave the transfer up"), error.getMessage());
		}
	}

	@Test
	void endsWhereTheLineIsLost() throws Exception {
		final Path file = file("image", 3_000_000);
		try (var board = new ModemBoard(home, "rz -q"); var desk = desk(board)) {
			final Progress progress = new Progress() {
				@Override
				public CancelToken token() {
					return CancelToken.none();
				}

				@Override
				public void advance(long bytes) {
					try {
						board.close();
					} catch (InterruptedException e) {
						throw new IllegalStateException(e);
					}
				}
			};
			final var error = assertThrows(BenchException.class, () -> FileTransfer.send(desk.console(), Protocol.ZMODEM, List.of(file), progress));
			assertFalse(error.isCancelled());
		}
	}

	@Test
	void refusesWhatAProtocolCannot() throws Exception {
		try (var desk = Desk.of(home, "serial", "port: \"loop://\"")) {
			final var two = List.of(file("a", 1), file("b", 1));
			assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> FileTransfer.send(desk.console(), Protocol.XMODEM, two, Progress.none())).kind());
			assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> FileTransfer.receive(desk.console(), Protocol.RAW, home, Progress.none())).kind());
		}
	}
}
