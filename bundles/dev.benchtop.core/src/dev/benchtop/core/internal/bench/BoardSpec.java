package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.YamlMap;

/**
 * One bench file as it was read.
 *
 * @param text the whole content; empty text where it could not be read
 * @param defaults what is under {@code defaults}: a path by the name of a capability
 * @param types the types that the file names, and what the registry had for them
 * @param findings what was wrong; more are added when the references are followed
 */
record BoardSpec(Path file, String text, Dialect dialect, Board.Kind kind, String name, String description, List<NodeSpec> nodes,
		Map<String, YamlMap.Entry> defaults, Map<String, Optional<DriverFactory<?>>> types, Findings findings) {

	Path folder() {
		return file.getParent();
	}
}
