package dev.benchtop.core.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.internal.config.Binder;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.config.Variables;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlMap;

/**
 * A YAML file of another program as a record, by the {@link Option}s of its components: unknown keys are passed over, nothing is expanded, and
 * numbers are those of YAML 1.1.
 *
 * @param value the record; empty where something is wrong
 * @param findings what is wrong, with line and dotted key
 */
public record YamlRecord<C extends Record>(Optional<C> value, List<Finding> findings) {

	/** Reads a text; {@code file} is the file of the findings, and its folder is what relative paths count from. */
	public static <C extends Record> YamlRecord<C> read(Class<C> type, String text, Path file) {
		final var findings = new Findings(file);
		return new YamlRecord<>(compose(text, findings).flatMap(root -> YamlMap.of(root, "", findings)) //$NON-NLS-1$
				.or(() -> findings.errors() > 0 ? Optional.empty() : Optional.of(YamlMap.empty("", 0))) //$NON-NLS-1$
				.flatMap(map -> bind(type, map, file, findings)), findings.all());
	}

	private static <C extends Record> Optional<C> bind(Class<C> type, YamlMap map, Path file, Findings findings) {
		final Optional<C> bound = Binder.checking(findings, file.resolveSibling(""), Dialect.JUMPSTARTER, Variables.NONE).bind(type, map); //$NON-NLS-1$
		return findings.errors() > 0 ? Optional.empty() : bound;
	}

	private static Optional<Node> compose(String text, Findings findings) {
		try {
			return Yaml.compose(text);
		} catch (Yaml.SyntaxException e) {
			findings.error(e.line(), "", e.getMessage()); //$NON-NLS-1$
			return Optional.empty();
		}
	}
}
