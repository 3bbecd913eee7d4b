package dev.benchtop.core.internal.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes leave everything else as it was, to the last byte, and are read back as what they are. */
class YamlPatchTest {

	private static final String TEXT = """
			# A board with everything
			apiVersion: benchtop.dev/v1
			kind: Board   # or Storage
			metadata: {name: "b-1"}

			description: >-
			  folded
			  text
			export:
			  # the machine
			  machine:
			    type: qemu
			    config: {arch: aarch64, mem: 512M, "smp": '2', args: [a, -b ,c], empty: {}}   # flow
			    description: über 🎛 board   # trailing
			  power:
			    type: relay
			    config:
			      host: relay.local  # where it is

			      # spare
			      ports:
			      - 1   # one
			      - 2
			      -   name: three
			          on: true
			      script: |
			        echo one
			        echo "two"

			      nothing:
			      last: ~
			    x-unknown: [1, 2]
			  tail:
			    children:
			      serial: {ref: machine.console}
			# the end
			""";

	private static String set(String text, String path, Object value) throws Exception {
		final var patch = new YamlPatch(text);
		patch.set(List.of(path.split("\\.")), value);
		return patch.text();
	}

	private static String remove(String text, String path) throws Exception {
		final var patch = new YamlPatch(text);
		patch.remove(List.of(path.split("\\.")));
		return patch.text();
	}

	/** One line of the text changed so, and nothing else. */
	private static void changes(String path, Object value, String before, String after) throws Exception {
		assertTrue(TEXT.contains(before + "\n"), before);
		same(TEXT.replace(before + "\n", after + "\n"), set(TEXT, path, value));
	}

	private static void same(String expected, String actual) {
		final List<String> missing = new ArrayList<>(expected.lines().toList());
		actual.lines().forEach(missing::remove);
		final List<String> extra = new ArrayList<>(actual.lines().toList());
		expected.lines().forEach(extra::remove);
		assertEquals(missing, extra);
		assertEquals(expected, actual);
	}

	@Test
	void replacesTexts() throws Exception {
		changes("kind", "Storage", "kind: Board   # or Storage", "kind: Storage   # or Storage");
		changes("metadata.name", "b-2", "metadata: {name: \"b-1\"}", "metadata: {name: \"b-2\"}");
		changes("export.power.config.host", "10.0.0.1", "      host: relay.local  # where it is", "      host: 10.0.0.1  # where it is");
		changes("export.machine.description", "a: b # c", "    description: über 🎛 board   # trailing", "    description: \"a: b # c\"   # trailing");
		changes("export.machine.config.smp", "4", "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: 512M, \"smp\": '4', args: [a, -b ,c], empty: {}}   # flow");
		changes("export.machine.config.mem", "1,5 G", "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: \"1,5 G\", \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow");
		changes("export.machine.config.args.1", "-d", "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -d ,c], empty: {}}   # flow");
		changes("export.power.config.ports.0", 7, "      - 1   # one", "      - 7   # one");
		changes("export.power.config.ports.2.on", false, "          on: true", "          on: false");
	}

	@Test
	void whatIsTheSameIsNotTouched() throws Exception {
		same(TEXT, set(TEXT, "export.machine.config", new YamlPatch(TEXT).get(List.of("export", "machine", "config")).orElseThrow()));
		same(TEXT, set(TEXT, "export", new YamlPatch(TEXT).get(List.of("export")).orElseThrow()));
		same(TEXT, set(TEXT, "export.machine.config.smp", 2));
		same(TEXT, remove(TEXT, "export.machine.config.none"));
	}

	@Test
	void givesValuesToKeysWithoutOne() throws Exception {
		changes("export.power.config.nothing", "x", "      nothing:", "      nothing: x");
		changes("export.power.config.last", List.of("v", "w"), "      last: ~", "      last: [v, w]");
		changes("export.power.config.nothing", Map.of("a", 1), "      nothing:", "      nothing:\n        a: 1");
	}

	@Test
	void addsKeysAndElements() throws Exception {
		changes("export.machine.config.kvm", true, "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}, kvm: true}   # flow");
		changes("export.machine.config.empty.a", "b", "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {a: b}}   # flow");
		changes("export.machine.config.args.3", "-d", "    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c], empty: {}}   # flow",
				"    config: {arch: aarch64, mem: 512M, \"smp\": '2', args: [a, -b ,c, -d], empty: {}}   # flow");
		changes("export.machine.children.a.ref", "power", "    description: über 🎛 board   # trailing",
				"    description: über 🎛 board   # trailing\n    children:\n      a:\n        ref: power");
		changes("export.power.config.ports.3", "4", "          on: true", "          on: true\n      - 4");
		changes("defaults.power", "power", "      serial: {ref: machine.console}", "      serial: {ref: machine.console}\ndefaults:\n  power: power");
		changes("export.power.config.disks", List.of(new TreeMap<>(Map.of("name", "root", "size", "1G"))), "      last: ~",
				"      last: ~\n      disks:\n        - name: root\n          size: 1G");
	}

	@Test
	void takesKeysAndElementsOut() throws Exception {
		same(TEXT.replace("      host: relay.local  # where it is\n", ""), remove(TEXT, "export.power.config.host"));
		same(TEXT.replace(", mem: 512M", ""), remove(TEXT, "export.machine.config.mem"));
		same(TEXT.replace(", empty: {}", ""), remove(TEXT, "export.machine.config.empty"));
		same(TEXT.replace("arch: aarch64, ", ""), remove(TEXT, "export.machine.config.arch"));
		same(TEXT.replace("      - 1   # one\n", ""), remove(TEXT, "export.power.config.ports.0"));
		same(TEXT.replace("      -   name: three\n          on: true\n", ""), remove(TEXT, "export.power.config.ports.2"));
		same(TEXT.replace("      -   name: three\n          on: true\n", "      -   on: true\n"), remove(TEXT, "export.power.config.ports.2.name"));
		same(TEXT.replace("      script: |\n        echo one\n        echo \"two\"\n", ""), remove(TEXT, "export.power.config.script"));
		same(TEXT.replace("    children:\n      serial: {ref: machine.console}\n", "    children: {}\n"), remove(TEXT, "export.tail.children.serial"));
		same(TEXT.replace("{name: \"b-1\"}", "{}"), remove(TEXT, "metadata.name"));
	}

	@Test
	void replacesBlocks() throws Exception {
		same(TEXT.replace("echo one\n        echo \"two\"", "reboot\n        true"), set(TEXT, "export.power.config.script", "reboot\ntrue\n"));
		same(TEXT.replace("script: |\n        echo one\n        echo \"two\"", "script: \"true\""), set(TEXT, "export.power.config.script", "true"));
		same(TEXT.replace("description: >-\n  folded\n  text", "description: short"), set(TEXT, "description", "short"));
		same(TEXT.replace("children:\n      serial: {ref: machine.console}", "children: none"), set(TEXT, "export.tail.children", "none"));
		same(TEXT.replace("[1, 2]", "[1, 3]"), set(TEXT, "export.power.x-unknown", List.of(1, 3)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "~", "null", "true", "on", "No", "010", "0x10", "1e3", "1:30", "2026-01-01", "- a", "? a", "a: b", "a #b", "#b", "&a", "*a", "!a",
			"|", ">", "%a", "@a", "`a", "'a'", "\"a\"", "it's", "a\\b", "a,b", "[a", "{a", "a]", "a}", "a\nb", "a\n", "\na", "a\n\n", " a\nb", "a\tb", "a \nb ", "\u0000", "\u0007",
			"\u2028", "äöü", "🎛", "<<", "=", "---", "--- a", "...", "a:", ":a", "-a", "${env:X}", "${secret:a b}", "C:\\x", "http://h:1/?a=b#c", ".inf", "y"})
	void everyTextComesBack(String value) throws Exception {
		for (final String path : List.of("description", "metadata.name", "metadata.new", "new", "export.machine.config.args.0", "export.power.config.ports.0",
				"export.power.config.script", "export.machine.config.smp")) {
			final var changed = new YamlPatch(set(TEXT, path, value));
			assertEquals(value, changed.get(List.of(path.split("\\."))).orElse(""), path);
		}
		assertEquals(List.of(value, "b"), new YamlPatch(set(TEXT, "l", List.of(value, "b"))).get(List.of("l")).orElseThrow());
		assertEquals("v", new YamlPatch(set("a: b\n", "m", Map.of(value, "v"))).get(List.of("m", value)).orElseThrow());
	}

	@Test
	void textsThatLookLikeSomethingElseAreQuoted() throws Exception {
		assertEquals("a: \"on\"\n", set("a: b\n", "a", "on"));
		assertEquals("a: on\n", set("a: off\n", "a", "on"));
		assertEquals("a: 2\n", set("a: 1\n", "a", "2"));
		assertEquals("a: 2\n", set("a: b\n", "a", 2));
		assertEquals("a: \"2\"\n", set("a: b\n", "a", "2"));
		assertEquals("apiVersion: benchtop.dev/v1\na: 0x10\n", set("apiVersion: benchtop.dev/v1\na: b\n", "a", "0x10"));
	}

	@Test
	void keepsLineEndsAndAFileWithoutOne() throws Exception {
		assertEquals("a: 1\r\nb:\r\n  c: d\r\ne: 2\r\n", set("a: 1\r\ne: 2\r\n", "b", Map.of("c", "d")).replace("e: 2\r\nb:\r\n  c: d", "b:\r\n  c: d\r\ne: 2"));
		assertEquals("a: 1\nb: 2", set("a: 1", "b", 2).stripTrailing());
		assertEquals("a: 1", remove("a: 1\nb: 2", "b"));
		assertEquals("# only this\na: 1\n", set("# only this", "a", 1));
		assertEquals("a: 1\n", set("", "a", 1));
	}

	@Test
	void refusesWhatIsWrittenElsewhere() throws Exception {
		final String text = "a: &x {b: 1}\nc: *x\nd: [*x]\n";
		assertThrows(YamlPatch.RefusedException.class, () -> set(text, "c.b", 2));
		assertThrows(YamlPatch.RefusedException.class, () -> set(text, "c", "z"));
		assertThrows(YamlPatch.RefusedException.class, () -> set(text, "a", "z"));
		assertEquals("a: &x {b: 1}\nd: [*x]\n", remove(text, "c"));
	}

	@Test
	void refusesAPathThroughAText() throws Exception {
		assertThrows(YamlPatch.RefusedException.class, () -> set(TEXT, "kind.a", "b"));
		assertThrows(YamlPatch.RefusedException.class, () -> set(TEXT, "export.power.config.ports.9", "b"));
	}

	@Test
	void anyRowOfChangesIsWhatItWouldBeWithoutText() throws Exception {
		for (int seed = 0; seed < 60; seed++) {
			final var random = new Random(seed);
			final var patch = new YamlPatch(random.nextBoolean() ? TEXT : TEXT.replace("\n", "\r\n"));
			Object model = patch.get(List.of()).orElseThrow();
			for (int step = 0; step < 12; step++) {
				final List<List<String>> all = new ArrayList<>();
				paths(model, List.of(), all);
				final var path = all.get(random.nextInt(all.size()));
				final var comments = comments(patch.text());
				if (random.nextInt(4) == 0) {
					patch.remove(path);
					model = without(model, path);
				} else {
					final Object value = value(random);
					final var at = random.nextBoolean() ? path : sibling(path);
					final Object old = patch.get(at).orElse(null);
					try {
						patch.set(at, value);
					} catch (YamlPatch.RefusedException e) {
						throw new AssertionError("seed " + seed + " step " + step + " " + value + " at " + at + "\n" + patch.text(), e);
					}
					model = with(model, at, value);
					if (!(value instanceof Map) && !(value instanceof List)) {
						assertTrue(comments.containsAll(comments(patch.text())), "no comment is made");
					}
					if (text(old) && text(value)) {
						assertEquals(comments, comments(patch.text()));
					}
				}
				assertEquals(model, patch.get(List.of()).orElse(Map.of()), "seed " + seed + " step " + step + " at " + path + "\n" + patch.text());
			}
		}
	}

	private static boolean text(Object value) {
		return value instanceof String text && !text.contains("\n");
	}

	private static List<String> comments(String text) {
		return text.lines().filter(line -> line.strip().startsWith("#")).toList();
	}

	private static Object value(Random random) {
		return switch (random.nextInt(7)) {
			case 0 -> Map.of("k", "v", "n", List.of("1", Map.of("z", "on")));
			case 1 -> List.of("a", Map.of("b", "c", "d", "e"), List.of("f"));
			case 2 -> "two\nlines\n";
			case 3 -> "a: [b]";
			case 4 -> Map.of();
			default -> "v" + random.nextInt(100);
		};
	}

	private static List<String> sibling(List<String> path) {
		final var sibling = new ArrayList<>(path);
		if (!sibling.getLast().matches("\\d+")) {
			sibling.set(sibling.size() - 1, "new-" + sibling.getLast());
		}
		return sibling;
	}

	private static void paths(Object model, List<String> path, List<List<String>> all) {
		if (!path.isEmpty()) {
			all.add(path);
		}
		if (model instanceof Map<?, ?> map) {
			map.forEach((key, value) -> paths(value, plus(path, key.toString()), all));
		} else if (model instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				paths(list.get(i), plus(path, Integer.toString(i)), all);
			}
		}
		if (path.isEmpty() && all.isEmpty()) {
			all.add(List.of("fresh"));
		}
	}

	private static List<String> plus(List<String> path, String key) {
		final var longer = new ArrayList<>(path);
		longer.add(key);
		return longer;
	}

	private static Object with(Object model, List<String> path, Object value) {
		if (path.isEmpty()) {
			return value;
		}
		if (model instanceof List<?> list) {
			final var copy = new ArrayList<Object>(list);
			final int index = Integer.parseInt(path.getFirst());
			copy.set(index, with(list.get(index), path.subList(1, path.size()), value));
			return copy;
		}
		final var copy = new LinkedHashMap<String, Object>();
		((Map<?, ?>) model).forEach((key, element) -> copy.put(key.toString(), element));
		copy.put(path.getFirst(), with(copy.get(path.getFirst()), path.subList(1, path.size()), value));
		return copy;
	}

	private static Object without(Object model, List<String> path) {
		if (model instanceof List<?> list) {
			final var copy = new ArrayList<Object>(list);
			final int index = Integer.parseInt(path.getFirst());
			if (path.size() == 1) {
				copy.remove(index);
			} else {
				copy.set(index, without(list.get(index), path.subList(1, path.size())));
			}
			return copy;
		}
		final var copy = new LinkedHashMap<String, Object>();
		((Map<?, ?>) model).forEach((key, element) -> copy.put(key.toString(), element));
		if (path.size() == 1) {
			copy.remove(path.getFirst());
		} else {
			copy.put(path.getFirst(), without(copy.get(path.getFirst()), path.subList(1, path.size())));
		}
		return copy;
	}
}
