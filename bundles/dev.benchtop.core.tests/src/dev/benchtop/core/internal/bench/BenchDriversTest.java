package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.bench.TrustStore;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.internal.bench.TestDrivers.RelayConfig;

/** When a bench makes its drivers, and what it gives them. */
class BenchDriversTest {

	@TempDir
	Path temporary;
	private BenchFixture bench;

	@BeforeEach
	void prepare() throws Exception {
		bench = new BenchFixture(temporary);
	}

	@AfterEach
	void close() {
		bench.close();
	}

	@Test
	void aDriverIsMadeOnceAndWhenItIsUsed() throws Exception {
		final var board = bench.board("b", BenchFixture.MACHINE).only();
		final var power = board.node("machine.power").orElseThrow().use(Power.class);
		assertSame(power, board.node("machine.power").orElseThrow().use(Power.class));
		assertSame(power, board.node("machine.power").orElseThrow().peek(Power.class).orElseThrow());
		assertEquals(List.of("+b/machine"), bench.drivers.log);
		assertTrue(board.node("group.relay").orElseThrow().peek(Power.class).isEmpty());
		board.open();
		board.open();
		assertEquals(List.of("+b/machine", "+b/group.relay"), bench.drivers.log);
		board.bench().close();
		assertEquals(List.of("+b/machine", "+b/group.relay", "-b/group.relay", "-b/machine"), bench.drivers.log);
		assertEquals("b: The file of the board was changed meanwhile; do it again",
				BenchFixture.message(() -> board.node("machine.power").orElseThrow().use(Power.class)));
	}

	@Test
	void verbsComeFromCapabilitiesAndDriver() throws Exception {
		final var board = bench.board("b", BenchFixture.MACHINE).only();
		board.open();
		assertEquals(List.of("on", "off", "cycle"), board.node("machine.power").orElseThrow().verbs().stream().map(Verb::id).toList());
		assertEquals(List.of("reset"), board.node("machine").orElseThrow().verbs().stream().map(Verb::id).toList());
		assertEquals(List.of(), board.node("group").orElseThrow().verbs());
	}

	@Test
	void whatADriverIsGiven() throws Exception {
		final var board = bench.board("b", BenchFixture.MACHINE).only();
		board.open();
		final var context = bench.drivers.contexts.get("group.relay");
		assertEquals("b", context.board());
		assertEquals("group.relay", context.node());
		assertEquals(bench.folder, context.folder());
		assertEquals(board.stateFolder(), context.state());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(context.state())));
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(context.runtime())));
		assertTrue(Files.isDirectory(context.cache()));
		assertSame(board.lock(), context.lock());
	}

	@Test
	void childrenAreMadeBefore() throws Exception {
		final var board = bench.board("b", """
				server: {type: needy, children: {power: {ref: relay}}}
				relay: {type: relay}
				""").only();
		board.node("server").orElseThrow().use(Storage.class);
		assertEquals(List.of("+b/relay", "+b/server"), bench.drivers.log);
	}

	@Test
	void aChildMayBeAnAliasOfWhatOffersTheCapabilityBelow() throws Exception {
		final var board = bench.board("b", """
				machine: {type: machine, config: {arch: aarch64}}
				server: {type: needy, children: {power: {ref: machine}}}
				""").only();
		board.node("server").orElseThrow().use(Storage.class);
		assertEquals(List.of("+b/machine", "+b/server"), bench.drivers.log);
	}

	@Test
	void driversThatNeedEachOtherFailWithTheCircle() throws Exception {
		final var board = bench.board("b", """
				one: {type: needy, config: {text: two}}
				two: {type: needy, config: {text: one}}
				""").only();
		assertEquals("b: The drivers need each other in a circle: one -> two -> one", BenchFixture.message(() -> board.node("one").orElseThrow().use(Storage.class)));
	}

	@Test
	void aFailureIsShownOnItsNodeAndTriedAgain() throws Exception {
		final var board = bench.board("b", BenchFixture.MACHINE).only();
		bench.drivers.relayBroken = true;
		assertEquals("No relay: unplugged\nPlug it in", BenchFixture.message(board::open));
		assertEquals(new NodeState(Level.ERROR, "error", "No relay: unplugged\nPlug it in"), board.node("group.relay").orElseThrow().state());
		assertEquals(new NodeState(Level.ERROR, "error", "group.relay: No relay: unplugged\nPlug it in"), board.state());
		assertEquals(List.of("+b/machine"), bench.drivers.log);
		bench.drivers.relayBroken = false;
		board.open();
		assertEquals(Level.OFF, board.node("group.relay").orElseThrow().state().level());
		assertEquals("off", board.state().word());
	}

	@Test
	void theConfigurationIsExpandedWhenTheDriverIsMade() throws Exception {
		bench.env.put("RELAY", "r1");
		final var board = bench.board("b", "relay: {type: relay, config: {host: '${env:RELAY}', password: '${secret:pw}'}}").only();
		assertEquals("b.yaml:5: export.relay.config.password: There is no secret \"pw\" in the secret store", BenchFixture.message(board::open));
		bench.secrets.put("pw", "hush");
		board.open();
		final var config = (RelayConfig) bench.drivers.configs.get("relay");
		assertEquals("r1", config.host());
		assertEquals("hush", config.password().reveal());
		assertFalse(config.toString().contains("hush"));
	}

	@Test
	void nothingIsMadeOnABenchThatIsNotTrusted() throws Exception {
		bench.surroundings.trust().distrust(bench.folder);
		bench.board("b", BenchFixture.MACHINE);
		final var opened = bench.open();
		opened.subscribe(bench.events::add);
		assertFalse(opened.trusted());
		final var board = opened.board("b");
		final String refusal = bench.folder + ": The bench is not trusted yet, so nothing of it is run\n"
				+ "Look at its files first; then trust it in the window, or with: benchtop trust " + bench.folder;
		assertEquals(refusal, BenchFixture.message(board::open));
		assertEquals(refusal, BenchFixture.message(() -> board.node("machine.power").orElseThrow().use(Power.class)));
		assertEquals(List.of(), bench.drivers.log);
		opened.trust();
		assertEquals(new BenchEvent.TrustChanged(true), bench.event());
		board.open();
		assertTrue(new TrustStore(bench.surroundings.places()).trusted(bench.folder));
	}
}
