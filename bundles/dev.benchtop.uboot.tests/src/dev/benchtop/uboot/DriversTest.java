package dev.benchtop.uboot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.YamlRecord;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.image.Imaging;
import dev.benchtop.uboot.bundle.FlasherBundles;
import dev.benchtop.uboot.flow.FakeDesk;
import dev.benchtop.uboot.flow.Fault;
import dev.benchtop.uboot.flow.UbootFlasherConfig;

class DriversTest {

	private static final String QUICK = "{interrupt_window: 60s, interrupt_interval: 20ms, off: 1ms, command: 60s}";

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

	private static <C extends Record> C config(Class<C> type, String text) {
		return YamlRecord.read(type, text, Path.of("bench.yaml")).value().orElseThrow();
	}

	private static FlasherBundles bundles() {
		return new FlasherBundles(new Locations(List.of()));
	}

	private UbootConsole console() throws Exception {
		return (UbootConsole) new UbootFactory().create(desk.world(), config(UbootConfig.class, QUICK));
	}

	@ParameterizedTest
	@ValueSource(strings = {"serial", "power"})
	void aFlasherNeedsAConsoleAndPower(String missing) throws Exception {
		desk.without(missing);
		final var factory = new UbootFlasherFactory(bundles(), Imaging.standard());
		final var refusal = assertThrows(BenchException.class, () -> factory.create(desk.world(), config(UbootFlasherConfig.class, "bundle: ./bundle")));
		assertEquals(BenchException.Kind.USAGE, refusal.kind());
		assertEquals("flasher has no child \"" + missing + '"', refusal.what());
		assertThrows(BenchException.class, () -> new UbootFactory().create(desk.world(), config(UbootConfig.class, QUICK)));
	}

	@Test
	void theTargetsAreThoseOfTheBundleWithTheDefaultFirst() throws Exception {
		final var flasher = new UbootFlasherFactory(bundles(), Imaging.standard()).create(desk.world(), config(UbootFlasherConfig.class, "{flasher_bundle: ./bundle, default_target: plain}"))
				.capability(Flasher.class).orElseThrow();
		assertEquals(List.of("plain", "usd", "other"), flasher.targets().stream().map(Target::name).toList());
		assertEquals(0, desk.hardware().boots());
	}

	@Test
	void aFlasherWithoutABundleSaysSo() throws Exception {
		final var flasher = new UbootFlasherFactory(bundles(), Imaging.standard()).create(desk.world(), config(UbootFlasherConfig.class, "{}")).capability(Flasher.class).orElseThrow();
		assertEquals("The flasher has no flasher bundle", assertThrows(BenchException.class, flasher::targets).what());
	}

	@Test
	void theTypesStandForThoseOfJumpstarter() {
		final List<DriverFactory<?>> factories = List.of(new UbootFlasherFactory(bundles(), Imaging.standard()), new TiFlasherFactory(bundles(), Imaging.standard()),
				new RcarFlasherFactory(bundles(), Imaging.standard()), new UbootFactory());
		assertEquals(List.of("[jumpstarter_driver_flashers.driver.BaseFlasher]", "[jumpstarter_driver_flashers.driver.TIJ784S4Flasher]",
				"[jumpstarter_driver_flashers.driver.RCarS4Flasher]", "[jumpstarter_driver_uboot.driver.UbootConsole]"),
				factories.stream().map(factory -> factory.aliases().toString()).toList());
	}

	@Test
	void aPromptIsComeToAndSpokenAt() throws Exception {
		final var uboot = console();
		uboot.rebootToConsole(CancelToken.none());
		assertEquals(0, uboot.runCommand("echo hello", CancelToken.none()).status());
		assertEquals("hello", uboot.runCommand("echo hello", CancelToken.none()).output());
		assertEquals(1, uboot.runCommand("nonsense", CancelToken.none()).status());
		assertEquals(Optional.empty(), uboot.get("name", CancelToken.none()));
		uboot.set("name", "it's $x; \\ \"q\"", CancelToken.none());
		assertEquals("it's $x; \\ \"q\"", desk.hardware().variable("name"));
		assertEquals(Optional.of("it's $x; \\ \"q\""), uboot.get("name", CancelToken.none()));
		uboot.set("name", "", CancelToken.none());
		assertEquals(Optional.empty(), uboot.get("name", CancelToken.none()));
		assertThrows(BenchException.class, () -> uboot.set("na me; reset", "x", CancelToken.none()));
		assertThrows(BenchException.class, () -> uboot.set("name", "a\nreset", CancelToken.none()));
	}

	@Test
	void withoutAPromptItIsSaidWhatToDo() throws Exception {
		desk.hardware().fails(Fault.AUTOBOOT_MISSED, 1);
		final var uboot = console();
		assertEquals("U-Boot was not stopped before it booted the board", assertThrows(BenchException.class, () -> uboot.rebootToConsole(CancelToken.none())).what());
		uboot.rebootToConsole(CancelToken.none());
		assertEquals(2, desk.hardware().boots());
		assertTrue(uboot.verbs().stream().anyMatch(verb -> verb.id().equals("bootloader")));
	}
}
