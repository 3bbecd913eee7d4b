package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.BenchEvent.BoardsChanged;
import dev.benchtop.core.bench.BenchEvent.StateChanged;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.bench.TestDrivers.RelayConfig;

/** What a bench tells of changed files and states. */
class BenchEventsTest {

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
	void statesComeInOrderAndAddUp() throws Exception {
		final var board = bench.board("b", "machine: {type: machine, config: {arch: aarch64}}\np: {ref: machine.power}").only();
		board.bench().subscribe(bench.events::add);
		board.find("", Power.class).use(Power.class).on(CancelToken.none());
		for (final var word : List.of("off", "on")) {
			final var level = word.equals("on") ? Level.ON : Level.OFF;
			final var state = new NodeState(level, word, "");
			assertEquals(new StateChanged("b", "machine.power", state), bench.event());
			assertEquals(new StateChanged("b", "p", state), bench.event());
			assertEquals(new StateChanged("b", "", state), bench.event());
		}
		final var busy = new NodeState(Level.BUSY, "71 %", "flashing");
		board.overlay("machine", busy);
		assertEquals(new StateChanged("b", "machine", busy), bench.event());
		assertEquals(new StateChanged("b", "", busy), bench.event());
		assertEquals(busy, board.state());
		assertEquals("on", board.node("p").orElseThrow().state().word());
		board.overlay("machine", NodeState.UNKNOWN);
		assertEquals(new StateChanged("b", "machine", NodeState.UNKNOWN), bench.event());
		assertEquals("on", board.state().word());
		board.overlay("", busy);
		assertEquals(busy, board.state());
		board.overlay("", NodeState.UNKNOWN);
		assertEquals("on", board.state().word());
	}

	@Test
	void onlyTheChangedBoardIsBuiltAgain() throws Exception {
		final var opened = bench.board("a", "relay: {type: relay}").board("b", BenchFixture.MACHINE).open();
		final var a = opened.board("a");
		final var b = opened.board("b");
		a.open();
		b.open();
		bench.drivers.log.clear();
		opened.subscribe(bench.events::add);
		opened.refresh();
		assertSame(a, opened.board("a"));
		bench.board("a", "relay: {type: relay, config: {host: new}}");
		opened.refresh();
		assertEquals(new BoardsChanged(), bench.event());
		assertSame(b, opened.board("b"));
		assertNotSame(a, opened.board("a"));
		assertEquals(List.of("-a/relay"), bench.drivers.log);
		opened.board("a").open();
		assertEquals("new", ((RelayConfig) bench.drivers.configs.get("relay")).host());
	}

	@Test
	void aBoardThatIsWorkedWithKeepsItsDriversUntilThatIsOver() throws Exception {
		final var opened = bench.board("a", "relay: {type: relay}").open();
		final var a = opened.board("a");
		a.open();
		a.overlay("relay", new NodeState(Level.BUSY, "1 %", ""));
		Files.delete(bench.folder.resolve("a.yaml"));
		opened.refresh();
		assertEquals(List.of("+a/relay"), bench.drivers.log);
		a.overlay("relay", NodeState.UNKNOWN);
		assertEquals(List.of("+a/relay", "-a/relay"), bench.drivers.log);
	}

	@Test
	void aWatchedFolderTellsOfItsChanges() throws Exception {
		final var opened = bench.board("a", "relay: {type: relay}").open(true);
		opened.subscribe(bench.events::add);
		bench.board("b", BenchFixture.MACHINE);
		assertEquals(new BoardsChanged(), bench.event());
		assertEquals(List.of("a", "b"), opened.boards().stream().map(Board::name).toList());
		bench.file("b.yaml", "a: b: c");
		assertEquals(new BoardsChanged(), bench.event());
		assertFalse(opened.board("b").usable());
		Files.delete(bench.folder.resolve("b.yaml"));
		assertEquals(new BoardsChanged(), bench.event());
		assertTrue(opened.findBoard("b").isEmpty());
		assertEquals(List.of(), List.copyOf(bench.events));
	}

	@Test
	void driverTypesMayComeLater() throws Exception {
		final var registry = new DriverRegistry(List.of());
		bench.board("a", "relay: {type: relay}");
		final var late = new Surroundings(registry, bench.surroundings.places(), bench.surroundings.trust(), bench.surroundings.variables());
		try (var opened = new BenchModel(bench.folder, late, false)) {
			opened.subscribe(bench.events::add);
			assertEquals("There is no driver \"relay\"", opened.findings().getFirst().message());
			final var add = DriverRegistry.class.getDeclaredMethod("add", dev.benchtop.core.driver.DriverFactory.class);
			add.setAccessible(true);
			add.invoke(registry, bench.drivers.factories().get(1));
			assertEquals(new BoardsChanged(), bench.event());
			assertTrue(opened.board("a").usable());
		}
	}

	@Test
	void aListenerThatFailsKeepsNothingFromTheOthers() throws Exception {
		final var opened = bench.open();
		opened.subscribe(event -> {
			throw new IllegalStateException("on purpose");
		});
		opened.subscribe(bench.events::add);
		bench.board("a", "relay: {type: relay}");
		opened.refresh();
		assertEquals(new BoardsChanged(), bench.event());
	}
}
