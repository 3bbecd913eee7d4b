package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.internal.bench.TestDrivers.MachineConfig;

/** What a bench knows of its files, before any driver is made. */
class BenchModelTest {

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

	private static List<String> paths(List<Node> nodes) {
		return nodes.stream().map(Node::path).toList();
	}

	private static String message(Executable call) {
		return assertThrows(BenchException.class, call).getMessage();
	}

	@Test
	void theTreeIsThereWithoutAnyDriver() throws Exception {
		final var board = bench.board("b", BenchFixture.MACHINE).only();
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
	void findsTheNodeThatIsMeant() throws Exception {
		bench.board("b", BenchFixture.MACHINE).board("one", "machine: {type: machine, config: {arch: aarch64}}\nagain: {ref: machine.power}");
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
		bench.file("b.yaml", BenchFixture.board("b").replace("export:", "defaults: {power: group.relay}\nexport:") + BenchFixture.MACHINE.indent(2));
		assertEquals("group.relay", bench.only().find("", Power.class).path());
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
			bench.board("b" + i, BenchFixture.MACHINE);
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
