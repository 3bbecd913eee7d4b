package dev.benchtop.core.internal.yaml;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the nodes of a text begin and end in it, in characters. */
record TextPlaces(String text) {

	int start(Node node) {
		return offset(node.getStartMark().orElseThrow());
	}

	int column(Node node) {
		return node.getStartMark().map(Mark::getColumn).orElseThrow();
	}

	/** Where what belongs to a node ends, without the comments and empty lines after it. */
	int end(Node node) {
		if (isBlock(node) && node instanceof MappingNode map && !map.getValue().isEmpty()) {
			return end(map.getValue().getLast());
		}
		if (isBlock(node) && node instanceof SequenceNode list && !list.getValue().isEmpty()) {
			return end(list.getValue().getLast());
		}
		final int end = offset(node.getEndMark().orElseThrow());
		return isLiteral(node) ? start(node) + text.substring(start(node), end).stripTrailing().length() : end;
	}

	int end(NodeTuple tuple) {
		return Math.max(end(tuple.getKeyNode()), isAlias(tuple) ? aliasEnd(tuple) : end(tuple.getValueNode()));
	}

	/** Whether the value is written elsewhere. */
	boolean isAlias(NodeTuple tuple) {
		return start(tuple.getValueNode()) < start(tuple.getKeyNode());
	}

	private int aliasEnd(NodeTuple tuple) {
		int end = text.indexOf('*', end(tuple.getKeyNode()));
		while (end < text.length() && " \t\r\n,}]".indexOf(text.charAt(end)) < 0) { //$NON-NLS-1$
			end++;
		}
		return end;
	}

	static boolean isBlock(Node node) {
		return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
	}

	static boolean isLiteral(Node node) {
		return node instanceof ScalarNode scalar && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
	}

	int lineStart(int at) {
		return text.lastIndexOf('\n', at - 1) + 1;
	}

	/** The begin of the line after; the end of the text in its last line. */
	int nextLine(int at) {
		final int end = text.indexOf('\n', at);
		return end < 0 ? text.length() : end + 1;
	}

	/** The end of the line, before its line end. */
	int lineEnd(int at) {
		final int next = nextLine(at);
		final int end = next > at && text.charAt(next - 1) == '\n' ? next - 1 : next;
		return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
	}

	/** Whether nothing but spaces stands before in the line. */
	boolean isFirstInLine(int at) {
		return text.substring(lineStart(at), at).isBlank();
	}

	private int offset(Mark mark) {
		return text.offsetByCodePoints(0, mark.getIndex());
	}
}
