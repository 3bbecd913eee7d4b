package dev.benchtop.core.internal.bench;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.internal.yaml.YamlMap;

/**
 * One node as its file says it.
 *
 * @param key the dotted key in the file
 * @param line where it begins
 * @param type as written; empty for a composite and an alias
 * @param factory of its type, if there is one
 * @param unsupported whether it has a type of which there is no factory
 * @param config the keys of {@code config}
 * @param ref the path that it is an alias of
 * @param shape empty where the configuration is wrong
 */
record NodeSpec(String name, String path, String key, int line, String type, String description, Optional<DriverFactory<?>> factory,
		boolean unsupported, YamlMap config, Optional<String> ref, NodeShape shape, List<NodeSpec> children) {
}
