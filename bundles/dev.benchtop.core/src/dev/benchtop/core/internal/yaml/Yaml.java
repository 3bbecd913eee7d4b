package dev.benchtop.core.internal.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML texts composed to nodes that know their places. */
public final class Yaml {

	/** The text is not YAML; {@code line} is 1 or more, 0 where it is not known. */
	public static final class SyntaxException extends Exception {
		private static final long serialVersionUID = 1L;

		private final int line;

		SyntaxException(String message, int line, Throwable cause) {
			super(message, cause);
			this.line = line;
		}

		public int line() {
			return line;
		}
	}

	private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build();

	private Yaml() {
	}

	/** Composes the one document of a text; empty where there is nothing but comments in it. */
	public static Optional<Node> compose(String text) throws SyntaxException {
		try {
			final Optional<Node> root = new Compose(SETTINGS).composeString(text);
			if (root.isPresent()) {
				refuseCircles(root.get(), new ArrayDeque<>());
			}
			return root;
		} catch (MarkedYamlEngineException e) {
			final int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(0);
			throw new SyntaxException(e.getProblem() == null ? e.getContext() : e.getProblem(), line, e);
		} catch (ReaderException e) {
			final String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length()))));
			throw new SyntaxException(NLS.bind(Messages.badCharacter, Integer.toHexString(e.getCodePoint()).toUpperCase()),
					(int) before.chars().filter(c -> c == '\n').count() + 1, e);
		} catch (YamlEngineException e) {
			throw new SyntaxException(e.getMessage(), 0, e);
		}
	}

	private static void refuseCircles(Node node, Deque<Node> above) throws SyntaxException {
		if (node instanceof ScalarNode) {
			return;
		}
		if (above.contains(node)) {
			throw new SyntaxException(Messages.circularAlias, line(node), null);
		}
		above.push(node);
		if (node instanceof MappingNode map) {
			for (final var tuple : map.getValue()) {
				refuseCircles(tuple.getKeyNode(), above);
				refuseCircles(tuple.getValueNode(), above);
			}
		} else if (node instanceof SequenceNode list) {
			for (final var element : list.getValue()) {
				refuseCircles(element, above);
			}
		}
		above.pop();
	}

	/** The line that a node begins in, from 1. */
	public static int line(Node node) {
		return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
	}

	/** Whether a node says that there is no value. */
	public static boolean isNull(Node node) {
		return node instanceof ScalarNode scalar && scalar.isPlain()
				&& switch (scalar.getValue()) {
					case "", "~", "null", "Null", "NULL" -> true; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
					default -> false;
				};
	}

	/** What a node is, for a sentence: {@code text "x"}, {@code a list}. */
	public static String describe(Node node) {
		if (isNull(node)) {
			return Messages.nothing;
		}
		return switch (node) {
			case MappingNode _ -> Messages.aMap;
			case SequenceNode _ -> Messages.aList;
			case ScalarNode scalar -> NLS.bind(Messages.text, scalar.getValue());
			default -> node.getNodeType().toString();
		};
	}
}
