package dev.benchtop.core.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class YamlRecordTest {

	private static final Path FILE = Path.of("bundle.yaml");

	/** A file of somebody else. */
	public record Settings(@Option(required = true) String name, @Option("7") int count, Map<String, Port> ports, Port main) {
	}

	/** A part of it. */
	public record Port(@Option(required = true) String file, @Option(value = "[a, b]") List<String> words) {
	}

	@Test
	void whatIsThereIsReadAndWhatIsUnknownPassedOver() {
		final var read = YamlRecord.read(Settings.class, "name: ${env:HOME}\nother: 1\ncount: 010\nports: {a: {file: x}}\n", FILE);
		assertEquals(Optional.of(new Settings("${env:HOME}", 8, Map.of("a", new Port("x", List.of("a", "b"))), null)), read.value());
		assertEquals(List.of(), read.findings());
	}

	@Test
	void whatIsWrongHasAPlace() {
		final var read = YamlRecord.read(Settings.class, "count: many\nports:\n  a:\n    words: 3\n", FILE);
		assertEquals(Optional.empty(), read.value());
		final String said = read.findings().toString();
		assertTrue(said.contains("bundle.yaml:1: name: The key \"name\" is missing"), said);
		assertTrue(said.contains("bundle.yaml:1: count: Expected a whole number, found \"many\""), said);
		assertTrue(said.contains("bundle.yaml:4: ports.a.file") && said.contains("bundle.yaml:4: ports.a.words: Expected a list"), said);
	}

	@Test
	void whatIsNoYamlOrNoMapOrNothingIsSaid() {
		assertEquals(2, YamlRecord.read(Settings.class, "name: a\n  b: c\n", FILE).findings().getFirst().line());
		assertTrue(YamlRecord.read(Settings.class, "- a\n", FILE).findings().toString().contains("Expected a map"));
		assertTrue(YamlRecord.read(Settings.class, "# nothing\n", FILE).findings().toString().contains("\"name\" is missing"));
		assertTrue(YamlRecord.read(Settings.class, "name: a\nname: b\n", FILE).value().isEmpty());
	}
}
