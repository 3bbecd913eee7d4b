package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.BenchEvent.BoardsChanged;
import dev.benchtop.core.bench.BenchEvent.StateChanged;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.bench.TrustStore;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.internal.bench.TestDrivers.MachineConfig;
import dev.benchtop.core.internal.bench.TestDrivers.RelayConfig;

class BenchModelTest {

	private static final String MACHINE = """
			machine: {type: machine, config: {arch: aarch64}, description: the machine}
			group:
			  description: things
			  children:
			    relay: {type: relay}
			alias: {ref: machine.net}
			other: {ref: alias.ssh}
			""";

	@TempDir
	Path temporary;
	private BenchFixture bench;
	private final BlockingQueue<BenchEvent> events = new LinkedBlockingQueue<>();

	@BeforeEach
	void prepare() throws Exception {
		bench = new BenchFixture(temporary);
	}

	@AfterEach
	void close() {
		bench.close();
	}

	private static List<String> paths(List<Node> nodes) {
		return nodes.stream().map(Node::path).toList();
	}

	private BenchEvent event() throws InterruptedException {
		final var event = events.poll(1, TimeUnit.MINUTES);
		assertTrue(event != null, "an event");
		return event;
	}

	private static String message(Executable call) {
		return assertThrows(BenchException.class, call).getMessage();
	}

	@Test
	void theTreeIsThereWithoutAnyDriver() throws Exception {
		final var board = bench.board("b", MACHINE).only();
		assertEquals(List.of(), board.findings());
		assertEquals(List.of("machine", "group", "alias", "other"), paths(board.nodes()));
		assertEquals(List.of("machine", "machine.power", "machine.display", "machine.net", "machine.net.ssh", "group", "group.relay", "alias", "other"),
				paths(board.allNodes()));
		final var machine = board.node("machine").orElseThrow();
		assertEquals("machine", machine.type());
		assertEquals("the machine", machine.description());
		assertEquals("machine", machine.factory().orElseThrow().type());
		assertEquals(List.of("power", "display", "net"), machine.children().stream().map(Node::name).toList());
		final var power = board.node("machine/power").orElseThrow();
		assertTrue(power.offers(Power.class));
		assertEquals("", power.type());
		assertTrue(power.factory().isEmpty());
		assertEquals(List.of(), power.verbs());
		final var other = board.node("other").orElseThrow();
		assertEquals("machine.net.ssh", other.ref().orElseThrow().path());
		assertTrue(other.offers(NetworkPort.class));
		assertSame(board.node("machine.net.ssh").orElseThrow(), board.node("alias.ssh").orElseThrow());
		assertEquals(NodeState.UNKNOWN, board.state());
		assertEquals(List.of(), bench.drivers.log);
	}

	@Test
	void aDriverIsMadeOnceAndWhenItIsUsed() throws Exception {
		final var board = bench.board("b", MACHINE).only();
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
				message(() -> board.node("machine.power").orElseThrow().use(Power.class)));
	}

	@Test
	void verbsComeFromCapabilitiesAndDriver() throws Exception {
		final var board = bench.board("b", MACHINE).only();
		board.open();
		assertEquals(List.of("on", "off", "cycle"), board.node("machine.power").orElseThrow().verbs().stream().map(Verb::id).toList());
		assertEquals(List.of("reset"), board.node("machine").orElseThrow().verbs().stream().map(Verb::id).toList());
		assertEquals(List.of(), board.node("group").orElseThrow().verbs());
	}

	@Test
	void whatADriverIsGiven() throws Exception {
		final var board = bench.board("b", MACHINE).only();
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
		assertEquals("b: The drivers need each other in a circle: one -> two -> one", message(() -> board.node("one").orElseThrow().use(Storage.class)));
	}

	@Test
	void aFailureIsShownOnItsNodeAndTriedAgain() throws Exception {
		final var board = bench.board("b", MACHINE).only();
		bench.drivers.relayBroken = true;
		assertEquals("No relay: unplugged\nPlug it in", message(board::open));
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
		assertEquals("b.yaml:5: export.relay.config.password: There is no secret \"pw\" in the secret store", message(board::open));
		bench.secrets.put("pw", "hush");
		board.open();
		final var config = (RelayConfig) bench.drivers.configs.get("relay");
		assertEquals("r1", config.host());
		assertEquals("hush", config.password().reveal());
		assertFalse(config.toString().contains("hush"));
	}

	@Test
	void findsTheNodeThatIsMeant() throws Exception {
		bench.board("b", MACHINE).board("one", "machine: {type: machine, config: {arch: aarch64}}\nagain: {ref: machine.power}");
		final var boards = bench.open();
		final var board = boards.board("b");
		assertEquals("machine.display", board.find("", Display.class).path());
		assertEquals("group.relay", board.find("group", Power.class).path());
		assertEquals("machine.net.ssh", board.find("other", NetworkPort.class).path());
		assertEquals("machine.net.ssh", board.find("alias", NetworkPort.class).path());
		assertEquals("machine.power", boards.board("one").find("", Power.class).path());
		assertEquals("b: More than one node offers a power switch: machine.power, group.relay\nName the node that is meant, or set it under \"defaults\" in b.yaml",
				message(() -> board.find("", Power.class)));
		assertEquals("b: No node offers a console\nIts nodes are machine, machine.power, machine.display, machine.net, machine.net.ssh, group, group.relay, alias, other",
				message(() -> board.find("", Console.class)));
		assertEquals("b: There is no node \"machine/powr\"; did you mean \"machine.power\"?", message(() -> board.find("machine/powr", Power.class)));
		assertEquals(bench.folder + ": There is no board \"bb\"; did you mean \"b\"?", message(() -> boards.board("bb")));
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> board.find("", Power.class)).kind());
	}

	@Test
	void aNodeBesideOthersIsMeantWhereItIsNamedOrAlone() throws Exception {
		bench.board("b", "machine: {type: machine, config: {arch: aarch64}}\nspare: {type: relay, config: {host: beside}}");
		bench.board("alone", "spare: {type: relay, config: {host: beside}}");
		final var boards = bench.open();
		assertEquals("machine.power", boards.board("b").find("", Power.class).path());
		assertEquals("spare", boards.board("b").find("spare", Power.class).path());
		assertEquals("spare", boards.board("alone").find("", Power.class).path());
	}

	@Test
	void defaultsOfTheFileDecide() throws Exception {
		bench.file("b.yaml", BenchFixture.board("b").replace("export:", "defaults: {power: group.relay}\nexport:") + MACHINE.indent(2));
		assertEquals("group.relay", bench.only().find("", Power.class).path());
	}

	@Test
	void nothingIsMadeOnABenchThatIsNotTrusted() throws Exception {
		bench.surroundings.trust().distrust(bench.folder);
		bench.board("b", MACHINE);
		final var opened = bench.open();
		opened.subscribe(events::add);
		assertFalse(opened.trusted());
		final var board = opened.board("b");
		final String refusal = bench.folder + ": The bench is not trusted yet, so nothing of it is run\n"
				+ "Look at its files first; then trust it in the window, or with: benchtop trust " + bench.folder;
		assertEquals(refusal, message(board::open));
		assertEquals(refusal, message(() -> board.node("machine.power").orElseThrow().use(Power.class)));
		assertEquals(List.of(), bench.drivers.log);
		opened.trust();
		assertEquals(new BenchEvent.TrustChanged(true), event());
		board.open();
		assertTrue(new TrustStore(bench.surroundings.places()).trusted(bench.folder));
	}

	@Test
	void statesComeInOrderAndAddUp() throws Exception {
		final var board = bench.board("b", "machine: {type: machine, config: {arch: aarch64}}\np: {ref: machine.power}").only();
		board.bench().subscribe(events::add);
		board.find("", Power.class).use(Power.class).on(CancelToken.none());
		for (final var word : List.of("off", "on")) {
			final var level = word.equals("on") ? Level.ON : Level.OFF;
			final var state = new NodeState(level, word, "");
			assertEquals(new StateChanged("b", "machine.power", state), event());
			assertEquals(new StateChanged("b", "p", state), event());
			assertEquals(new StateChanged("b", "", state), event());
		}
		final var busy = new NodeState(Level.BUSY, "71 %", "flashing");
		board.overlay("machine", busy);
		assertEquals(new StateChanged("b", "machine", busy), event());
		assertEquals(new StateChanged("b", "", busy), event());
		assertEquals(busy, board.state());
		assertEquals("on", board.node("p").orElseThrow().state().word());
		board.overlay("machine", NodeState.UNKNOWN);
		assertEquals(new StateChanged("b", "machine", NodeState.UNKNOWN), event());
		assertEquals("on", board.state().word());
		board.overlay("", busy);
		assertEquals(busy, board.state());
		board.overlay("", NodeState.UNKNOWN);
		assertEquals("on", board.state().word());
	}

	@Test
	void onlyTheChangedBoardIsBuiltAgain() throws Exception {
		final var opened = bench.board("a", "relay: {type: relay}").board("b", MACHINE).open();
		final var a = opened.board("a");
		final var b = opened.board("b");
		a.open();
		b.open();
		bench.drivers.log.clear();
		opened.subscribe(events::add);
		opened.refresh();
		assertSame(a, opened.board("a"));
		bench.board("a", "relay: {type: relay, config: {host: new}}");
		opened.refresh();
		assertEquals(new BoardsChanged(), event());
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
		opened.subscribe(events::add);
		bench.board("b", MACHINE);
		assertEquals(new BoardsChanged(), event());
		assertEquals(List.of("a", "b"), opened.boards().stream().map(Board::name).toList());
		bench.file("b.yaml", "a: b: c");
		assertEquals(new BoardsChanged(), event());
		assertFalse(opened.board("b").usable());
		Files.delete(bench.folder.resolve("b.yaml"));
		assertEquals(new BoardsChanged(), event());
		assertTrue(opened.findBoard("b").isEmpty());
		assertEquals(List.of(), List.copyOf(events));
	}

	@Test
	void driverTypesMayComeLater() throws Exception {
		final var registry = new DriverRegistry(List.of());
		bench.board("a", "relay: {type: relay}");
		final var late = new Surroundings(registry, bench.surroundings.places(), bench.surroundings.trust(), bench.surroundings.variables());
		try (var opened = new BenchModel(bench.folder, late, false)) {
			opened.subscribe(events::add);
			assertEquals("There is no driver \"relay\"", opened.findings().getFirst().message());
			final var add = DriverRegistry.class.getDeclaredMethod("add", dev.benchtop.core.driver.DriverFactory.class);
			add.setAccessible(true);
			add.invoke(registry, bench.drivers.factories().get(1));
			assertEquals(new BoardsChanged(), event());
			assertTrue(opened.board("a").usable());
		}
	}

	@Test
	void aListenerThatFailsKeepsNothingFromTheOthers() throws Exception {
		final var opened = bench.open();
		opened.subscribe(event -> {
			throw new IllegalStateException("on purpose");
		});
		opened.subscribe(events::add);
		bench.board("a", "relay: {type: relay}");
		opened.refresh();
		assertEquals(new BoardsChanged(), event());
	}

	@Test
	void storagesStandBesideBoards() throws Exception {
		bench.file("s.yml", "apiVersion: benchtop.dev/v1\nkind: Storage\nmetadata: {name: images}\nstorage: {type: needy, config: {text: storage}}\n")
				.file(".hidden.yaml", "x").file("notes.txt", "x");
		final var opened = bench.open();
		assertEquals(List.of(), opened.boards());
		assertEquals(List.of(), opened.findings());
		final var images = opened.storages().getFirst();
		assertEquals("images", images.name());
		assertEquals(Board.Kind.STORAGE, images.kind());
		assertEquals("storage", images.find("", Storage.class).path());
		assertSame(images, opened.board("images"));
		assertThrows(BenchException.class, () -> images.find("", Storage.class).use(Storage.class), "it needs itself");
		assertEquals("images", bench.drivers.contexts.get("storage").place());
	}

	@Test
	void anExporterFileIsReadAsItIs() throws Exception {
		bench.file("rig.yaml", """
				apiVersion: jumpstarter.dev/v1alpha1
				kind: ExporterConfig
				metadata: {namespace: lab, name: rig}
				endpoint: host:1
				token: "t"
				tls: {insecure: true}
				description: a rig
				export:
				  machine:
				    type: jumpstarter_driver_test.driver.Machine
				    methods_description: {on: x}
				    log_level: DEBUG
				    config: {arch: aarch64, smp: 010, address: 1_000, kwargs: {root: /tmp}, unknown: [1]}
				  odd: {type: jumpstarter_driver_odd.driver.Odd, children: {relay: {type: jumpstarter_driver_test.driver.Relay, config: {url: x}}}}
				  grp:
				    children:
				      power: {ref: machine.power}
				  composite: {type: jumpstarter_driver_composite.driver.Composite, children: {proxy: {type: jumpstarter_driver_composite.driver.Proxy, config: {ref: grp.power}}}}
				  lost: {ref: odd.console}
				hooks: {beforeLease: {script: x}}
				exitOnLeaseEnd: false
				""");
		final var board = bench.only();
		assertEquals("rig", board.name());
		assertEquals("a rig", board.description());
		assertEquals(List.of("14 export.odd.type: The type \"jumpstarter_driver_odd.driver.Odd\" is not supported; the node is shown and cannot be used",
				"19 export.lost.ref: \"odd.console\" cannot be reached, as the type \"jumpstarter_driver_odd.driver.Odd\" is not supported"),
				board.findings().stream().map(finding -> finding.line() + " " + finding.key() + ": " + finding.message()).toList());
		assertTrue(board.usable());
		final var odd = board.node("odd").orElseThrow();
		assertTrue(odd.unsupported());
		assertEquals(Set.of(), odd.shape().capabilities());
		assertEquals(Level.WARNING, odd.state().level());
		assertEquals("unsupported", odd.state().word());
		assertEquals("odd.relay", board.find("odd.relay", Power.class).path());
		assertEquals("machine.power", board.node("composite.proxy").orElseThrow().ref().orElseThrow().path());
		assertEquals("", board.node("composite").orElseThrow().type());
		board.open();
		final var config = (MachineConfig) bench.drivers.configs.get("machine");
		assertEquals(8, config.smp());
		assertEquals(1000, config.address());
		assertEquals("/tmp", config.options().get("root"));
		assertThrows(BenchException.class, () -> odd.use(Console.class));
	}

	@Test
	void aBareNodeIsABoardToo() throws Exception {
		final var board = bench.file("plug.yaml", "type: jumpstarter_driver_test.driver.Relay\nconfig: {url: x, log: 1}\n").only();
		assertEquals("plug", board.name());
		assertEquals(List.of(), board.findings());
		assertEquals("relay", board.find("", Power.class).path());
	}

	@Test
	void aBenchOfManyBoardsOpensAtOnce() throws Exception {
		for (int i = 0; i < 20; i++) {
			bench.board("b" + i, MACHINE);
		}
		long millis = Long.MAX_VALUE;
		// the best of many: what disturbs one does not disturb them all
		for (int i = 0; i < 50 && millis >= 100; i++) {
			final long start = System.nanoTime();
			assertEquals(20, bench.open().boards().size());
			millis = Math.min(millis, (System.nanoTime() - start) / 1_000_000);
			bench.close();
		}
		assertTrue(millis < 100, millis + " ms");
	}

	@Test
	void aStorageIsTriedBeforeItIsSaved() throws Exception {
		final var opened = bench.open();
		try (var trial = opened.trial("apiVersion: benchtop.dev/v1\nkind: Storage\nmetadata: {name: images}\nstorage: {type: needy, config: {text: other}}\n")) {
			assertEquals("images", trial.board().name());
			assertTrue(trial.board().usable());
			trial.board().find("", Storage.class).use(Storage.class);
			assertEquals(List.of(), opened.storages());
		}
		try (var trial = opened.trial("kind: [")) {
			assertEquals(1, trial.board().findings().size());
		}
	}

	@Test
	void aFolderThatIsNoneIsRefused() {
		assertEquals("\"" + temporary.resolve("none") + "\" is no folder",
				message(() -> new BenchModel(temporary.resolve("none"), bench.surroundings, false)));
	}
}
