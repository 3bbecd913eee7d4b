package dev.benchtop.ui.internal.boards;

import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.ui.internal.Homes;

/** What a row says when the pointer rests on it: what it is, how it stands in a sentence, what is wrong with it. */
final class Tooltips {

	private static final int FINDINGS = 5;

	private Tooltips() {
	}

	static String of(Object element) {
		return element instanceof Node node ? of(node) : of((Board) element);
	}

	private static String of(Board board) {
		final var text = new StringJoiner("\n"); //$NON-NLS-1$
		add(text, board.description());
		add(text, board.state().detail());
		board.findings().stream().limit(FINDINGS).forEach(finding -> text.add(finding.message()));
		text.add(Homes.shorten(board.file()));
		return text.toString();
	}

	private static String of(Node node) {
		final var text = new StringJoiner("\n"); //$NON-NLS-1$
		node.factory().ifPresent(factory -> text.add(DriverTexts.of(factory).label()));
		node.ref().ifPresent(ref -> text.add(NLS.bind(Messages.Tooltips_alias, ref.path())));
		if (node.unsupported()) {
			text.add(NLS.bind(Messages.Tooltips_unsupported, node.type()));
		}
		add(text, node.description());
		add(text, node.state().detail());
		return text.length() == 0 ? null : text.toString();
	}

	private static void add(StringJoiner text, String line) {
		if (!line.isBlank()) {
			text.add(line);
		}
	}
}
