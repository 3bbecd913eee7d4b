package dev.benchtop.cli.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.cli.Desk;

@Timeout(120)
class ScreenshotCommandTest {

	private static final int SIGNATURE = 8;
	private static final int CHUNK = 12;

	@TempDir
	Path home;

	private Desk desk;
	private Path picture;

	@BeforeEach
	void open() throws Exception {
		desk = new Desk(home);
		picture = desk.folder().resolve("screen.png");
		desk.file("seen.yaml", """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: seen}
				export:
				  screen: {type: screen}
				""");
	}

	@Test
	void savesWhatTheScreenShowsAndSaysHowLargeItIs() throws Exception {
		final var run = desk.run("screenshot", "seen", "screen.png");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("3") && run.out().contains("2") && run.out().contains(picture.toString()), run.out());
		final var png = ByteBuffer.wrap(Files.readAllBytes(picture));
		assertEquals(3, png.getInt(SIGNATURE + 8));
		assertEquals(2, png.getInt(SIGNATURE + 12));
		assertEquals("00" + "ff0000".repeat(3) + "00" + "ff0000".repeat(3), unfiltered(png));
	}

	@Test
	void tellsItAsJson() {
		final var json = desk.run("screenshot", "seen/screen", "screen.png", "--json").json().getAsJsonObject();
		assertEquals("seen", json.get("board").getAsString());
		assertEquals("screen", json.get("node").getAsString());
		assertEquals(picture.toString(), json.get("file").getAsString());
		assertEquals(3, json.get("width").getAsInt());
		assertEquals(2, json.get("height").getAsInt());
	}

	@Test
	void anotherFileIsReplacedWhereThatIsSaidAlone() throws Exception {
		Files.writeString(picture, "mine");
		final var run = desk.run("screenshot", "seen", "screen.png");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("--force"), run.err());
		assertEquals("mine", Files.readString(picture));
		assertEquals(0, desk.run("screenshot", "--force", "seen", "screen.png").code());
		assertTrue(Files.size(picture) > CHUNK);
	}

	@Test
	void aFolderThatIsMissingIsToldAndNothingIsLeft() {
		final var run = desk.run("screenshot", "seen", "none/screen.png");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("none/screen.png"), run.err());
		assertFalse(Files.exists(desk.folder().resolve("none")));
	}

	@Test
	void aDisplayThatWantsAPasswordSaysWhereToWriteIt() {
		desk.file("locked.yaml", """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: locked}
				export:
				  screen: {type: screen, config: {locked: true}}
				""");
		final var run = desk.run("screenshot", "locked", "screen.png");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("asks for a password") && run.err().contains("bench file"), run.err());
		assertFalse(Files.exists(picture));
	}

	@Test
	void aBoardWithoutADisplayIsToldByName() {
		final var run = desk.run("screenshot", "fake", "screen.png");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("fake"), run.err());
	}

	/** The lines, each after the number of its filter. */
	private static String unfiltered(ByteBuffer png) throws Exception {
		final var packed = new ByteArrayOutputStream();
		for (int at = SIGNATURE; at < png.limit(); at += CHUNK + png.getInt(at)) {
			if ("IDAT".equals(new String(png.array(), at + 4, 4, StandardCharsets.US_ASCII))) {
				packed.write(png.array(), at + 8, png.getInt(at));
			}
		}
		try (var data = new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
			return HexFormat.of().formatHex(data.readAllBytes());
		}
	}
}
