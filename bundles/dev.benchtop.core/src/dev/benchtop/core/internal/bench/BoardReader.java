package dev.benchtop.core.internal.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.snakeyaml.engine.v2.nodes.Node;

import dev.benchtop.core.bench.Board.Kind;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.config.Variables;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlMap;

/** Reads one bench file: ours, Jumpstarter's exporter file, or one bare node. */
final class BoardReader {

	static final String OURS = "benchtop.dev/v1"; //$NON-NLS-1$
	private static final String THEIRS = "jumpstarter.dev/v1alpha1"; //$NON-NLS-1$
	private static final String EXPORTER = "ExporterConfig"; //$NON-NLS-1$

	private static final String API_VERSION = "apiVersion"; //$NON-NLS-1$
	private static final String KIND = "kind"; //$NON-NLS-1$
	private static final String METADATA = "metadata"; //$NON-NLS-1$
	private static final String NAME = "name"; //$NON-NLS-1$
	private static final String DESCRIPTION = "description"; //$NON-NLS-1$
	private static final String DEFAULTS = "defaults"; //$NON-NLS-1$
	private static final String EXPORT = "export"; //$NON-NLS-1$
	private static final String STORAGE = "storage"; //$NON-NLS-1$
	private static final String TYPE = "type"; //$NON-NLS-1$

	private final Path file;
	private final DriverRegistry registry;
	private final Variables variables;
	private final Findings findings;
	private final Map<String, Optional<DriverFactory<?>>> types = new HashMap<>();
	private String text = ""; //$NON-NLS-1$
	private boolean foreign;

	BoardReader(Path file, DriverRegistry registry, Variables variables) {
		this.file = file;
		this.registry = registry;
		this.variables = variables;
		this.findings = new Findings(file);
	}

	/** Reads the text of a file; throws where it cannot be read or is no UTF-8. */
	static String text(Path file) throws IOException {
		final var decoder = StandardCharsets.UTF_8.newDecoder();
		final String text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
		return text.startsWith("\uFEFF") ? text.substring(1) : text; //$NON-NLS-1$
	}

	/** What the file says; where it is broken, a board with findings and no nodes. Empty where it is {@linkplain ForeignFile foreign}. */
	Optional<BoardSpec> read() {
		return Optional.of(readAny()).filter(_ -> !foreign);
	}

	private BoardSpec readAny() {
		try {
			return read(text(file));
		} catch (CharacterCodingException e) {
			findings.error(0, "", NLS.bind(Messages.notYaml, Messages.notUtf8)); //$NON-NLS-1$
		} catch (IOException e) {
			findings.error(0, "", NLS.bind(Messages.unreadable, e.getMessage())); //$NON-NLS-1$
		}
		return nothing();
	}

	/** What the file would say with this text. */
	BoardSpec read(String content) {
		text = content;
		try {
			final var root = Yaml.compose(text);
			if (root.isEmpty() || Yaml.isNull(root.get())) {
				findings.error(0, "", Messages.emptyFile); //$NON-NLS-1$
			} else {
				foreign = ForeignFile.is(root.get());
				return read(root.get());
			}
		} catch (Yaml.SyntaxException e) {
			findings.error(e.line(), "", NLS.bind(Messages.notYaml, e.getMessage())); //$NON-NLS-1$
		}
		return nothing();
	}

	private BoardSpec nothing() {
		return spec(Dialect.BENCHTOP, Kind.BOARD, Names.ofFile(file), "", List.of(), Map.of()); //$NON-NLS-1$
	}

	private BoardSpec read(Node root) {
		final var top = YamlMap.of(root, "", findings).orElseGet(() -> YamlMap.empty("", 1)); //$NON-NLS-1$ //$NON-NLS-2$
		if (findings.errors() > 0 && top.entries().isEmpty()) {
			return spec(Dialect.BENCHTOP, Kind.BOARD, Names.ofFile(file), "", List.of(), Map.of()); //$NON-NLS-1$
		}
		if (top.get(API_VERSION).isEmpty() && top.get(TYPE).isPresent()) {
			return bare(root, top);
		}
		final String version = top.text(API_VERSION, findings).orElse(""); //$NON-NLS-1$
		final String kind = top.text(KIND, findings).orElse(""); //$NON-NLS-1$
		if (version.equals(THEIRS)) {
			expectKind(top, kind, EXPORTER);
			return board(top, Dialect.JUMPSTARTER);
		}
		if (!version.equals(OURS)) {
			findings.error(lineOf(top, API_VERSION), API_VERSION, NLS.bind(Messages.expectedVersion, new Object[] {OURS, THEIRS, found(version)}));
			return spec(Dialect.BENCHTOP, Kind.BOARD, name(top, Dialect.JUMPSTARTER), "", List.of(), Map.of()); //$NON-NLS-1$
		}
		if (kind.equals("Storage")) { //$NON-NLS-1$
			return storage(top);
		}
		expectKind(top, kind, "Board", "Storage"); //$NON-NLS-1$ //$NON-NLS-2$
		return board(top, Dialect.BENCHTOP);
	}

	private void expectKind(YamlMap top, String kind, String... expected) {
		if (!List.of(expected).contains(kind)) {
			findings.error(lineOf(top, KIND), KIND, NLS.bind(Messages.expectedKind, String.join("\" or \"", expected), found(kind))); //$NON-NLS-1$
		}
	}

	private BoardSpec board(YamlMap top, Dialect dialect) {
		if (dialect == Dialect.BENCHTOP) {
			top.refuseOthers(List.of(API_VERSION, KIND, METADATA, DESCRIPTION, DEFAULTS, EXPORT), findings);
		}
		final String name = name(top, dialect);
		if (dialect == Dialect.BENCHTOP && top.get(EXPORT).isEmpty()) {
			findings.error(lineOf(top, EXPORT), EXPORT, Messages.noNodes);
		}
		final var nodes = new NodeReader(file, registry, variables, dialect, findings, types).nodes(top.map(EXPORT, findings), ""); //$NON-NLS-1$
		return spec(dialect, Kind.BOARD, name, description(top), nodes, defaults(top));
	}

	private BoardSpec storage(YamlMap top) {
		top.refuseOthers(List.of(API_VERSION, KIND, METADATA, DESCRIPTION, STORAGE), findings);
		final String name = name(top, Dialect.BENCHTOP);
		final var reader = new NodeReader(file, registry, variables, Dialect.BENCHTOP, findings, types);
		final List<NodeSpec> nodes = top.get(STORAGE).flatMap(entry -> reader.node(entry, "")).map(List::of).orElse(List.of()); //$NON-NLS-1$
		if (top.get(STORAGE).isEmpty()) {
			findings.error(lineOf(top, STORAGE), STORAGE, Messages.noStorage);
		}
		return spec(Dialect.BENCHTOP, Kind.STORAGE, name, description(top), nodes, Map.of());
	}

	/** A file that is one node; the node is named after the last part of its type. */
	private BoardSpec bare(Node root, YamlMap top) {
		final String type = top.text(TYPE, findings).orElse(""); //$NON-NLS-1$
		final var dialect = type.contains(".") ? Dialect.JUMPSTARTER : Dialect.BENCHTOP; //$NON-NLS-1$
		final String name = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-"); //$NON-NLS-1$ //$NON-NLS-2$
		final var reader = new NodeReader(file, registry, variables, dialect, findings, types);
		final var nodes = reader.node(new YamlMap.Entry(name.isEmpty() ? "node" : name, "", 1, root), "").map(List::of).orElse(List.of()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return spec(dialect, Kind.BOARD, Names.ofFile(file), "", nodes, Map.of()); //$NON-NLS-1$
	}

	private String name(YamlMap top, Dialect dialect) {
		final var metadata = top.map(METADATA, findings);
		if (dialect == Dialect.BENCHTOP) {
			metadata.refuseOthers(List.of(NAME), findings);
		}
		final var name = metadata.text(NAME, findings);
		if (name.isPresent() && Names.isBoard(name.get())) {
			return name.get();
		}
		if (name.isPresent()) {
			findings.error(lineOf(metadata, NAME), METADATA + '.' + NAME, NLS.bind(Messages.badName, name.get()));
		} else if (metadata.get(NAME).isEmpty()) {
			findings.warning(metadata.line(), METADATA + '.' + NAME, NLS.bind(Messages.noName, Names.ofFile(file)));
		}
		return Names.ofFile(file);
	}

	private Map<String, YamlMap.Entry> defaults(YamlMap top) {
		final var defaults = top.map(DEFAULTS, findings);
		defaults.refuseOthers(Capabilities.NAMES, findings);
		final Map<String, YamlMap.Entry> paths = new LinkedHashMap<>();
		for (final var entry : defaults.entries()) {
			if (Capabilities.NAMES.contains(entry.key()) && defaults.text(entry.key(), findings).isPresent()) {
				paths.put(entry.key(), entry);
			}
		}
		return paths;
	}

	private String description(YamlMap top) {
		return top.text(DESCRIPTION, findings).orElse("").strip(); //$NON-NLS-1$
	}

	private BoardSpec spec(Dialect dialect, Kind kind, String name, String description, List<NodeSpec> nodes, Map<String, YamlMap.Entry> defaults) {
		return new BoardSpec(file, text, dialect, kind, name, description, nodes, defaults, Map.copyOf(types), findings);
	}

	private static int lineOf(YamlMap map, String key) {
		return map.get(key).map(YamlMap.Entry::line).orElse(map.line());
	}

	private static String found(String value) {
		return value.isEmpty() ? Messages.foundNothing : '"' + value + '"';
	}
}
