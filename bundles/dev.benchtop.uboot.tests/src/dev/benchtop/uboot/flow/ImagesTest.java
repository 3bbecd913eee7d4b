package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

/** Images of every form, dumps, several flashes in one boot, and cancellations. */
class ImagesTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private FakeDesk desk;

	@BeforeEach
	void aDesk() throws Exception {
		desk = new FakeDesk(folder);
	}

	@AfterEach
	void close() {
		desk.close();
	}

	private static byte[] noise(int length) {
		final var noise = new byte[length];
		new Random(2).nextBytes(noise);
		return noise;
	}

	private FlashReport flash(Path image, String config) throws Exception {
		final FlashReport report = desk.flasher(Configs.with(config)).flash(desk.request(image), Progress.none());
		assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
		assertEquals(Outcome.VERIFIED, report.outcome());
		return report;
	}

	private byte[] onDisk(int length) throws Exception {
		return Arrays.copyOf(Files.readAllBytes(desk.disk()), length);
	}

	private static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

	private Path gzip(byte[] content) throws Exception {
		final Path image = folder.resolve("image.img.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(image))) {
			out.write(content);
		}
		return image;
	}

	@ParameterizedTest
	@ValueSource(strings = {"auto", "board", "host"})
	void aPackedImageIsUnpackedWhereItIsTold(String where) throws Exception {
		final byte[] content = noise(5 * MIB + 4097);
		final FlashReport report = flash(gzip(content), "unpack: " + where);
		assertArrayEquals(content, onDisk(content.length));
		assertEquals(Optional.of(sha256(content)), report.sha256());
	}

	@Test
	void longZerosAreWrittenAndNotSent() throws Exception {
		final byte[] content = noise(18 * MIB);
		Arrays.fill(content, 2 * MIB, 15 * MIB, (byte) 0);
		Files.write(desk.disk(), noise(24 * MIB));
		final Path image = Files.write(folder.resolve("image.img"), content);
		flash(image, "");
		assertArrayEquals(content, onDisk(content.length));
	}

	@Test
	void onlyWhatIsMappedIsWritten() throws Exception {
		final byte[] before = noise(24 * MIB);
		Files.write(desk.disk(), before);
		final byte[] content = new byte[4 * MIB + 100];
		new Random(3).nextBytes(content);
		final Path image = Files.write(folder.resolve("image.img"), content);
		Files.writeString(folder.resolve("image.img.bmap"), """
				<?xml version="1.0" ?>
				<bmap version="2.0"><ImageSize> %d </ImageSize><BlockSize> 4096 </BlockSize><ChecksumType> sha256 </ChecksumType>
				<BlockMap><Range chksum="%s"> 0-1 </Range><Range> 5 </Range><Range> 300-1024 </Range></BlockMap></bmap>
				""".formatted(content.length, sha256(Arrays.copyOf(content, 8192))));
		desk = new FakeDesk(folder, FakeDesk.MANIFEST.replaceAll("  preflash_commands.*\n", ""));
		Files.write(desk.disk(), before);
		flash(image, "");
		final byte[] expected = Arrays.copyOf(before, content.length);
		System.arraycopy(content, 0, expected, 0, 8192);
		System.arraycopy(content, 5 * 4096, expected, 5 * 4096, 4096);
		System.arraycopy(content, 300 * 4096, expected, 300 * 4096, content.length - 300 * 4096);
		assertArrayEquals(expected, onDisk(content.length));
	}

	@Test
	void aMapOfAnotherImageIsRefusedBeforeTheFirstByte() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		Files.writeString(folder.resolve("image.img.bmap"), """
				<bmap version="2.0"><ImageSize>1048576</ImageSize><BlockSize>4096</BlockSize><ChecksumType>sha256</ChecksumType>
				<BlockMap><Range chksum="%s">0-1</Range></BlockMap></bmap>""".formatted("0".repeat(64)));
		final FlashReport report = desk.flasher(Configs.quick()).flash(desk.request(image), Progress.none());
		assertTrue(report.failure().orElseThrow().getMessage().contains("do not match the block map image.img.bmap"), report.failure().get().getMessage());
		assertEquals(Outcome.UNCHANGED, report.outcome());
	}

	@Test
	void anImageOfAnotherSumIsNotWritten() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final var request = new FlashRequest(image, "image", "usd", true, Optional.of("0".repeat(64)));
		final FlashReport report = desk.flasher(Configs.quick()).flash(request, Progress.none());
		assertEquals(Outcome.UNCHANGED, report.outcome());
		assertTrue(report.failure().isPresent());
	}

	@Test
	void anImageThatDoesNotFitIsRefusedWithBothSizes() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), new byte[25 * MIB]);
		final FlashReport report = desk.flasher(Configs.quick()).flash(desk.request(image), Progress.none());
		final String message = report.failure().orElseThrow().getMessage();
		assertTrue(message.contains("25.0 MiB") && message.contains("24.0 MiB"), message);
		assertEquals(Outcome.UNCHANGED, report.outcome());
	}

	@Test
	void aDumpIsWhatTheDiskHolds() throws Exception {
		final byte[] content = noise(24 * MIB);
		Files.write(desk.disk(), content);
		final Path file = folder.resolve("dumped.img");
		final FlashReport report = desk.flasher(Configs.quick()).dump(new DumpRequest("", file), Progress.none());
		assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
		assertArrayEquals(content, Files.readAllBytes(file));
		assertEquals(Optional.of(sha256(content)), report.sha256());
		assertEquals(Power.State.OFF, desk.hardware().state());
	}

	@Test
	void aBoardThatIsKeptAtItsShellIsFlashedAgainWithoutABoot() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final var flasher = desk.flasher(Configs.with("after: keep"));
		for (final String target : new String[] {"usd", "plain"}) {
			final FlashReport report = flasher.flash(new FlashRequest(image, "image", target, true, Optional.empty()), Progress.none());
			assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
			assertEquals(Outcome.VERIFIED, report.outcome());
		}
		assertEquals(1, desk.hardware().boots());
	}

	@Test
	void targetsThatAreFlashedInOneGoShareOneBoot() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final var flasher = desk.flasher(Configs.quick());
		final var first = new FlashRequest(image, "image", "usd", true, Optional.empty()).beforeAnother();
		assertEquals(Outcome.VERIFIED, flasher.flash(first, Progress.none()).outcome());
		assertEquals(Power.State.ON, desk.hardware().state());
		final var last = new FlashRequest(image, "image", "plain", true, Optional.empty());
		assertEquals(Outcome.VERIFIED, flasher.flash(last, Progress.none()).outcome());
		assertEquals(Power.State.OFF, desk.hardware().state());
		assertEquals(1, desk.hardware().boots());
	}

	@ParameterizedTest
	@ValueSource(strings = {"power", "bootloader", "network", "load", "boot", "login", "target", "write", "sync", "verify"})
	void aFlashIsCancelledInEveryStage(String stage) throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final var token = new CancelToken();
		final FlashReport report = desk.flasher(Configs.quick()).flash(desk.request(image), new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void begin(Phase phase, long totalBytes) {
				if (phase.id().equals(stage)) {
					token.cancel();
				}
			}
		});
		assertTrue(report.failure().orElseThrow().isCancelled());
		assertTrue(report.failure().get().next().orElse("").endsWith("The board is off."), report.failure().get().getMessage());
		assertEquals(Power.State.OFF, desk.hardware().state());
		assertFalse(report.succeeded());
	}

	@Test
	void whoTakesTheKeyboardOverHasTheBoardAsItIs() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final FlashReport report = desk.flasher(Configs.quick()).flash(desk.request(image), new Progress() {
			@Override
			public CancelToken token() {
				return CancelToken.none();
			}

			@Override
			public void begin(Phase phase, long totalBytes) {
				if (phase.id().equals("load")) {
					try {
						desk.line().takeOver();
					} catch (BenchException e) {
						throw new IllegalStateException(e);
					}
				}
			}
		});
		assertTrue(report.failure().orElseThrow().getMessage().endsWith("The board was left as it is for whoever took the keyboard."), report.failure().get().getMessage());
		assertEquals(Power.State.ON, desk.hardware().state());
		assertEquals(Optional.empty(), desk.line().state().script());
		assertEquals(1, desk.hardware().boots());
	}

	@ParameterizedTest
	@ValueSource(strings = {"fls", "auto"})
	void flsWritesWhereTheSystemHasIt(String method) throws Exception {
		final byte[] content = noise(MIB);
		desk.hardware().withFls();
		flash(Files.write(folder.resolve("image.img"), content), "method: " + method);
		assertArrayEquals(content, onDisk(content.length));
		assertTrue(desk.hardware().commands().stream().anyMatch(command -> command.startsWith("fls from-url -i 1.0 -n --o-direct 'http://127.0.0.1:")),
				desk.hardware().commands().toString());
	}

	@Test
	void aCancelledFlashLeavesTheBoardAtItsPromptWhereThatIsWanted() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		desk.hardware().fails(Fault.NO_DHCP, 1000);
		final FlashReport report = desk.flasher(Configs.with("on_break: keep\nretries: 0")).flash(desk.request(image), Progress.none());
		assertTrue(report.failure().orElseThrow().getMessage().endsWith("The board is at a prompt."), report.failure().get().getMessage());
		assertEquals(Power.State.ON, desk.hardware().state());
	}

	@Test
	void targetsAndVariantsThatAreNotThereAreRefusedBeforeTheBoardIsTouched() throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), noise(MIB));
		final var target = assertThrows(BenchException.class, () -> desk.flasher(Configs.quick()).plan(new FlashRequest(image, "image", "nvme", true, Optional.empty())));
		assertEquals("Target nvme not found in manifest", target.what());
		final var variant = assertThrows(BenchException.class, () -> desk.flasher(Configs.with("variant: noexists")).plan(desk.request(image)));
		assertEquals("DTB variant noexists not found in the flasher bundle", variant.what());
		assertEquals(0, desk.hardware().boots());
	}

	@ParameterizedTest
	@ValueSource(strings = {"tftp", "wget", "auto"})
	void theFilesAreLoadedByEitherTransport(String transport) throws Exception {
		flash(Files.write(folder.resolve("image.img"), noise(MIB)), "variant: alternate\nnetwork: {transport: " + transport + "}");
		final String command = transport.equals("tftp") ? "tftpboot 0x84000000 desk/data/alternate.dtb" : "wget 0x84000000 127.0.0.1:/desk/data/alternate.dtb";
		assertTrue(desk.hardware().commands().contains(command), desk.hardware().commands().toString());
	}

	@Test
	void withStaticAddressesThereIsNoDhcp() throws Exception {
		flash(Files.write(folder.resolve("image.img"), noise(MIB)), "network: {mode: static, address: 127.0.0.1, gateway: 127.0.0.2}");
		assertFalse(desk.hardware().commands().contains("dhcp"));
		assertTrue(desk.hardware().commands().contains("setenv gatewayip 127.0.0.2"));
	}

	@Test
	void theConsoleShowsTheDialogueAndNoSecret() throws Exception {
		flash(Files.write(folder.resolve("image.img"), noise(MIB)), "");
		assertTrue(desk.log().contains("tftpboot"));
		assertFalse(desk.log().contains("password\r"));
		assertTrue(new String(desk.log().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1).contains("Password: "));
	}
}
