package dev.benchtop.core.internal.bench;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Near;
import dev.benchtop.core.internal.yaml.YamlMap;

/** Finds aliases and defaults of a board that lead nowhere. */
final class ReferenceCheck {

	private final BoardTree tree;
	private final Findings findings;

	ReferenceCheck(BoardTree tree, Findings findings) {
		this.tree = tree;
		this.findings = findings;
	}

	void check(BoardSpec spec) {
		tree.all().stream().flatMap(node -> node.spec().stream()).filter(node -> node.ref().isPresent()).forEach(this::checkRef);
		spec.defaults().forEach(this::checkDefault);
	}

	private void checkRef(NodeSpec alias) {
		final String key = alias.key() + ".ref"; //$NON-NLS-1$
		final var walk = new AliasWalk(tree.roots());
		final var node = tree.all().stream().filter(other -> other.path().equals(alias.path())).findFirst();
		if (node.flatMap(walk::follow).isPresent()) {
			return;
		}
		if (walk.circle().isPresent()) {
			findings.error(alias.line(), key, NLS.bind(Messages.circularRef, walk.circle().get()));
		} else {
			missing(alias.line(), key, alias.ref().orElseThrow(), walk);
		}
	}

	private void checkDefault(String capability, YamlMap.Entry entry) {
		final String path = ((ScalarNode) entry.value()).getValue();
		final var walk = new AliasWalk(tree.roots());
		final var node = walk.find(path);
		if (node.isEmpty()) {
			missing(entry.line(), entry.path(), path, walk);
		} else if (node.get().unsupported()) {
			findings.warning(entry.line(), entry.path(), NLS.bind(Messages.refUnsupported, path, node.get().type()));
		} else if (node.flatMap(BoardNode::target).isPresent() && !node.get().offers(Capabilities.named(capability))) {
			findings.error(entry.line(), entry.path(), NLS.bind(Messages.defaultOffersNot, path, Capabilities.words(Capabilities.named(capability))));
		}
	}

	/** What lies below a node of an unsupported type is not known, which is no error of the file. */
	private void missing(int line, String key, String path, AliasWalk walk) {
		final Optional<BoardNode> unsupported = walk.last().filter(BoardNode::unsupported);
		if (unsupported.isPresent()) {
			findings.warning(line, key, NLS.bind(Messages.refUnsupported, path, unsupported.get().type()));
		} else {
			findings.error(line, key, NLS.bind(Messages.danglingRef, path, Near.hint(path, tree.all().stream().map(BoardNode::path).toList())));
		}
	}
}
