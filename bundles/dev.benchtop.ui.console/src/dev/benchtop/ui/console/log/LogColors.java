package dev.benchtop.ui.console.log;

import org.eclipse.swt.graphics.Color;

/** The colours of a log: those of the terminal beside it, which is dark in every theme. */
public final class LogColors {

	public static final Color BACKGROUND = new Color(30, 31, 34);
	static final Color TEXT = new Color(220, 220, 220);
	static final Color FAINT = new Color(125, 133, 144);
	static final Color SELECTION = new Color(45, 82, 130);
	static final Color SELECTION_UNFOCUSED = new Color(62, 68, 78);
	static final Color HIT = new Color(106, 86, 20);
	static final Color CURRENT_HIT = new Color(240, 180, 60);
	static final Color CURRENT_HIT_TEXT = new Color(20, 20, 20);
	static final Color MARK = new Color(227, 108, 60);
	static final Color RULER = new Color(43, 45, 49);

	private LogColors() {
	}
}
