package dev.benchtop.ui.internal.boards;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.Verb;

/** A verb of a node. */
public record NodeVerb(Node node, Verb verb) {
}
