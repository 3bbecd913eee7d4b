package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.bench.NodeState.Level;

/** The exact words for each class of bad bench file. */
class BadFilesTest {

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
	void unknownKeyAtTheTop() throws Exception {
		assertEquals(List.of("ERROR x.yaml:4 descripton: Unknown key \"descripton\"; did you mean \"description\"?"), bench.findings("""
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: x}
				descripton: a board
				export: {m: {type: relay}}
				"""));
	}

	@Test
	void unknownKeyOfANode() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.tipe: Unknown key \"tipe\"; did you mean \"type\"?",
				"ERROR x.yaml:5 export.m: The node says neither \"type\", nor \"ref\", nor \"children\""), bench.findingsOn("m: {tipe: relay}"));
	}

	@Test
	void unknownKeyOfAConfiguration() throws Exception {
		assertEquals(List.of("ERROR x.yaml:7 export.m.config.colour: Unknown key \"colour\"; known are host, password, url"), bench.findingsOn("""
				m:
				  type: relay
				  config: {colour: red}
				"""));
	}

	@Test
	void unknownKeyOfANestedRecord() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config.disks.root.siez: Unknown key \"siez\"; did you mean \"size\"?"),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64, disks: {root: {file: a, siez: 1G}}}}"));
	}

	@Test
	void wrongTypes() throws Exception {
		assertEquals(List.of("ERROR x.yaml:8 export.m.config.arch: Expected one of aarch64, x86-64, u-boot; found \"sparc\"",
				"ERROR x.yaml:9 export.m.config.smp: Expected a whole number, found \"many\"",
				"ERROR x.yaml:10 export.m.config.mem: \"lots\" is not a size; write it like 512M, 20G or 2T",
				"ERROR x.yaml:11 export.m.config.args: Expected a list, found text \"-s\"",
				"ERROR x.yaml:12 export.m.config.disks: Expected a map, found a list",
				"ERROR x.yaml:13 export.m.config.wait: Expected a duration such as 500ms, 2s or 1m30s, found \"soon\"",
				"ERROR x.yaml:14 export.m.config.kvm: Expected \"true\" or \"false\", found \"maybe\"",
				"ERROR x.yaml:15 export.m.config.class: Expected a text, found a map"), bench.findingsOn("""
				m:
				  type: machine
				  config:
				    arch: sparc
				    smp: many
				    mem: lots
				    args: -s
				    disks: [a]
				    wait: soon
				    kvm: maybe
				    class: {a: b}
				"""));
	}

	@Test
	void numberOutOfRange() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config.smp: Expected a whole number from 1 to 64, found \"99\""),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64, smp: 99}}"));
	}

	@Test
	void requiredKeyMissing() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config.arch: The key \"arch\" is missing; expected one of aarch64, x86-64, u-boot"),
				bench.findingsOn("m: {type: machine}"));
	}

	@Test
	void refusalOfTheRecordItself() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config: 13 processors bring bad luck"),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64, smp: 13}}"));
	}

	@Test
	void bothNamesOfAKey() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config.url: \"host\" and \"url\" mean the same; keep one of them"),
				bench.findingsOn("m: {type: relay, config: {host: a, url: b}}"));
	}

	@Test
	void missingType() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m: The node says neither \"type\", nor \"ref\", nor \"children\""),
				bench.findingsOn("m: {config: {arch: aarch64}}"));
	}

	@Test
	void unknownDriver() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.type: There is no driver \"machin\"; did you mean \"machine\"?"),
				bench.findingsOn("m: {type: machin}"));
	}

	@Test
	void unknownDriverUnlikeAny() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.type: There is no driver \"zebra\"; known are machine, needy, relay"),
				bench.findingsOn("m: {type: zebra}"));
	}

	@Test
	void danglingRef() throws Exception {
		assertEquals(List.of("ERROR x.yaml:6 export.power.ref: \"machine.powr\" is no node of this board; did you mean \"machine.power\"?"),
				bench.findingsOn("""
				machine: {type: machine, config: {arch: aarch64}}
				power: {ref: machine.powr}
				"""));
	}

	@Test
	void circularRef() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.a.ref: \"ref\" goes round in a circle: a -> b -> a",
				"ERROR x.yaml:6 export.b.ref: \"ref\" goes round in a circle: b -> a -> b"), bench.findingsOn("""
				a: {ref: b}
				b: {ref: a}
				"""));
	}

	@Test
	void refBesideType() throws Exception {
		assertEquals(List.of("ERROR x.yaml:6 export.b: \"ref\" stands alone; take away \"type\", \"config\" and \"children\", or \"ref\""),
				bench.findingsOn("""
				a: {type: relay}
				b: {type: relay, ref: a}
				"""));
	}

	@Test
	void notYaml() throws Exception {
		assertEquals(List.of("ERROR x.yaml:2 : Not YAML: mapping values are not allowed here"), bench.findings("a: b\nc: d: e\n"));
	}

	@Test
	void binaryFile() throws Exception {
		Files.write(bench.folder.resolve("x.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
		assertEquals("Not YAML: the file is not UTF-8", bench.open().findings().getFirst().message());
	}

	@Test
	void controlCharacter() throws Exception {
		assertEquals(List.of("ERROR x.yaml:2 : Not YAML: the character U+0 is not allowed"), bench.findings("a: b\nc: \0\n"));
	}

	@Test
	void circularAnchor() throws Exception {
		assertEquals(List.of("ERROR x.yaml:1 : Not YAML: an alias contains itself"), bench.findings("a: &a [*a]\n"));
	}

	@Test
	void duplicateKey() throws Exception {
		assertEquals(List.of("ERROR x.yaml:8 export.m.config.host: The key \"host\" is there twice; the first is in line 7"), bench.findingsOn("""
				m:
				  type: relay
				  config: {host: a,
				           host: b}
				"""));
	}

	@Test
	void emptyFile() throws Exception {
		assertEquals(List.of("ERROR x.yaml:0 : The file is empty"), bench.findings("# nothing here\n"));
		final var board = bench.only();
		assertEquals("x", board.name());
		assertFalse(board.usable());
		assertEquals(Level.ERROR, board.state().level());
		assertEquals("x.yaml: The file is empty", board.state().detail());
	}

	@Test
	void wrongVersionAndKind() throws Exception {
		assertEquals(List.of("ERROR x.yaml:1 apiVersion: Expected \"benchtop.dev/v1\" or \"jumpstarter.dev/v1alpha1\", found \"v1\""),
				bench.findings("apiVersion: v1\nkind: Board\nmetadata: {name: x}\n"));
		assertEquals(List.of("ERROR x.yaml:1 apiVersion: Expected \"benchtop.dev/v1\" or \"jumpstarter.dev/v1alpha1\", found \"benchtop.dev/v2\""),
				bench.findings("apiVersion: benchtop.dev/v2\nkind: Bench\nmetadata: {name: x}\n"));
		assertEquals(List.of("ERROR x.yaml:1 apiVersion: Expected \"benchtop.dev/v1\" or \"jumpstarter.dev/v1alpha1\", found nothing"),
				bench.findings("metadata: {name: x}\nexport: {m: {type: relay}}\n"));
		assertEquals(List.of("ERROR x.yaml:1 apiVersion: Expected \"benchtop.dev/v1\" or \"jumpstarter.dev/v1alpha1\", found nothing"),
				bench.findings("metadata: {name: x}\n"));
		assertEquals(List.of("ERROR x.yaml:2 kind: Expected \"Board\" or \"Storage\", found \"Bord\""),
				bench.findings("apiVersion: benchtop.dev/v1\nkind: Bord\nmetadata: {name: x}\nexport: {m: {type: relay}}\n"));
		assertEquals(List.of("ERROR x.yaml:2 kind: Expected \"ExporterConfig\", found \"ClientConfig\""),
				bench.findings("apiVersion: jumpstarter.dev/v1alpha1\nkind: ClientConfig\nmetadata: {name: x}\nexport: {}\n"));
	}

	/** What lies there for something else is no broken board. */
	@ParameterizedTest
	@ValueSource(strings = {"#cloud-config\nusers:\n- name: me\n", "services:\n  web: {image: x}\n", "- hosts: all\n  tasks: []\n",
			"apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n", "#cloud-config\ndescription: a machine\nruncmd: [ls]\n"})
	void whatIsNoBoardIsLeftOut(String text) throws Exception {
		assertEquals(List.of("WARNING x.yaml:0 : Left out: neither a board nor a storage"), bench.findings(text));
		assertEquals(List.of(), bench.open().boards());
	}

	@Test
	void nothingExported() throws Exception {
		assertEquals(List.of("ERROR x.yaml:1 export: The board has no nodes; name at least one under \"export\""),
				bench.findings("apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: x}\n"));
		assertEquals(List.of("ERROR x.yaml:1 storage: The driver of the storage is missing; expected a node"),
				bench.findings("apiVersion: benchtop.dev/v1\nkind: Storage\nmetadata: {name: x}\n"));
	}

	@Test
	void missingNameIsThatOfTheFile() throws Exception {
		assertEquals(List.of("WARNING x.yaml:1 metadata.name: No name is given; the board is called \"x\" after its file"),
				bench.findings("apiVersion: benchtop.dev/v1\nkind: Board\nexport: {m: {type: relay}}\n"));
		assertTrue(bench.only().usable());
	}

	@Test
	void badNames() throws Exception {
		assertEquals(List.of("ERROR x.yaml:3 metadata.name: \"my board\" is no name for a board; use letters, digits, \"-\", \"_\" and \".\"",
				"ERROR x.yaml:4 export.a/b: \"a/b\" is no name for a node; use letters, digits, \"-\" and \"_\""),
				bench.findings("apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: my board}\nexport: {a/b: {type: relay}}\n"));
		assertEquals("x", bench.only().name());
	}

	@Test
	void nodeThatTheDriverBringsToo() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.children.power: \"power\" is a node that \"machine\" brings itself; give this one another name"),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64}, children: {power: {type: relay}}}"));
	}

	@Test
	void noMapWhereOneIsNeeded() throws Exception {
		assertEquals(List.of("ERROR x.yaml:1 : Expected a map, found text \"a b\""), bench.findings("a b\n"));
		assertEquals(List.of("ERROR x.yaml:5 export.m: Expected a map, found text \"relay\""), bench.findingsOn("m: relay"));
		assertEquals(List.of("ERROR x.yaml:5 export.m.config: Expected a map, found text \"a\""), bench.findingsOn("m: {type: relay, config: a}"));
	}

	@Test
	void defaultsThatLeadNowhere() throws Exception {
		assertEquals(List.of("ERROR x.yaml:4 defaults.flash: Unknown key \"flash\"; did you mean \"flasher\"?",
				"ERROR x.yaml:4 defaults.power: \"m.powr\" is no node of this board; did you mean \"m.power\"?",
				"ERROR x.yaml:4 defaults.console: \"m.power\" does not offer a console"),
				bench.findings("""
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: x}
				defaults: {flash: m, power: m.powr, console: m.power}
				export: {m: {type: machine, config: {arch: aarch64}}}
				"""));
	}

	@Test
	void secretWhereNoTextIs() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config.smp: The secret \"n\" cannot stand here; secrets are for texts"),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64, smp: '${secret:n}'}}"));
	}

	@Test
	void variableThatIsNotSet() throws Exception {
		assertEquals(List.of("WARNING x.yaml:5 export.m.config.smp: The environment variable \"CORES\" is not set"),
				bench.findingsOn("m: {type: machine, config: {arch: aarch64, smp: '${env:CORES}'}}"));
	}

	@Test
	void driverThatFailsToDescribe() throws Exception {
		assertEquals(List.of("ERROR x.yaml:5 export.m.config: The driver \"needy\" failed on this configuration: java.lang.IllegalStateException: bang"),
				bench.findingsOn("m: {type: needy, config: {text: explode}}"));
	}

	@Test
	void boardsOfOneName() throws Exception {
		bench.board("a", "m: {type: relay}").file("0.yaml", BenchFixture.board("a") + "  m: {type: relay}\n");
		final var all = bench.open().findings().stream().map(finding -> finding.file().getFileName() + ": " + finding.message()).toList();
		assertEquals(List.of("0.yaml: There is another board of the name \"a\", in a.yaml"), all);
		assertEquals(bench.folder.resolve("a.yaml"), bench.open().board("a").file());
		assertEquals(2, bench.open().boards().size());
	}

	@Test
	void aBrokenFileLeavesTheOthersAlone() throws Exception {
		bench.board("good", "m: {type: relay}").file("bad.yaml", "a: b: c");
		final var boards = bench.open().boards();
		assertEquals(List.of("bad", "good"), boards.stream().map(board -> board.name()).toList());
		assertEquals(List.of(false, true), boards.stream().map(board -> board.usable()).toList());
	}
}
