package dev.benchtop.ui.console.terminal;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.tm.internal.terminal.textcanvas.ILinelRenderer;
import org.eclipse.tm.internal.terminal.textcanvas.ITextCanvasModel;
import org.eclipse.tm.internal.terminal.textcanvas.StyleMap;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.eclipse.tm.internal.terminal.textcanvas.TextLineRenderer;
import org.eclipse.tm.terminal.model.TerminalColor;
import org.eclipse.tm.terminal.model.TerminalStyle;

/**
 * Draws the lines of a terminal straight onto its canvas. The widget's own renderer draws each line as an image first, and each of these
 * images is read back from the display server: in a flood of text that holds the window up for hundreds of milliseconds.
 */
final class LineRenderer implements ILinelRenderer {

	private static final TerminalStyle SELECTION = TerminalStyle.getStyle(TerminalColor.SELECTION_FOREGROUND, TerminalColor.SELECTION_BACKGROUND);
	private static final TerminalStyle PLAIN = TerminalStyle.getStyle(TerminalColor.FOREGROUND, TerminalColor.BACKGROUND);

	private final ILinelRenderer original;
	private final StyleMap styles;

	private LineRenderer(ILinelRenderer original, StyleMap styles) {
		this.original = original;
		this.styles = styles;
	}

	/** Puts one in place of the canvas's own; where the widget does not allow that, it goes on with its own. */
	static void install(TextCanvas canvas) {
		try {
			final Field place = open(TextCanvas.class, "fCellRenderer"); //$NON-NLS-1$
			final var original = (ILinelRenderer) place.get(canvas);
			place.set(canvas, new LineRenderer(original, (StyleMap) open(TextLineRenderer.class, "fStyleMap").get(original))); //$NON-NLS-1$
		} catch (ReflectiveOperationException | IllegalArgumentException e) {
			ILog.of(LineRenderer.class).warn(e.getMessage(), e);
		}
	}

	private static Field open(Class<?> type, String name) throws NoSuchFieldException {
		final var field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field;
	}

	@Override
	public void drawLine(ITextCanvasModel model, GC gc, int line, int x, int y, int firstColumn, int endColumn) {
		final var text = model.getTerminalText();
		if (line < 0 || line >= text.getHeight() || firstColumn >= text.getWidth() || firstColumn == endColumn) {
			gc.setBackground(getDefaultBackgroundColor(gc.getDevice()));
			gc.fillRectangle(x, y, (endColumn - firstColumn) * getCellWidth(), getCellHeight());
			return;
		}
		final int end = Math.min(endColumn, text.getWidth());
		for (final var segment : text.getLineSegments(line, firstColumn, end - firstColumn)) {
			use(gc, Optional.ofNullable(segment.getStyle()).orElse(PLAIN));
			draw(gc, segment.getText(), x + (segment.getColumn() - firstColumn) * getCellWidth(), y);
		}
		final int origin = x - firstColumn * getCellWidth();
		drawSelection(model, gc, line, origin, y);
		drawCursor(model, gc, line, origin, y);
		underlineHovered(model, gc, line, origin, y);
	}

	private void drawSelection(ITextCanvasModel model, GC gc, int line, int origin, int y) {
		if (!model.hasLineSelection(line)) {
			return;
		}
		final var text = model.getTerminalText();
		final var from = model.getSelectionStart();
		final var to = model.getSelectionEnd();
		final char[] said = text.getChars(line);
		final int length = said == null ? 0 : said.length;
		final int first = from.y == line ? from.x : 0;
		final int end = to.y == line ? to.x + 1 : text.getWidth();
		final var selected = new StringBuilder();
		for (int column = first; column < Math.min(end, text.getWidth()); column++) {
			selected.append(column < length && said[column] != 0 ? said[column] : ' ');
		}
		use(gc, SELECTION);
		draw(gc, selected.toString(), origin + first * getCellWidth(), y);
	}

	private void drawCursor(ITextCanvasModel model, GC gc, int line, int origin, int y) {
		final int column = model.getCursorColumn();
		final var text = model.getTerminalText();
		if (model.isCursorOn() && model.getCursorLine() == line && column < text.getWidth()) {
			final var style = Optional.ofNullable(text.getStyle(line, column)).orElse(PLAIN);
			use(gc, style.setReverse(!style.isReverse()));
			draw(gc, String.valueOf(text.getChar(line, column)), origin + column * getCellWidth(), y);
		}
	}

	private void underlineHovered(ITextCanvasModel model, GC gc, int line, int origin, int y) {
		if (model.hasHoverSelection(line)) {
			final var from = model.getHoverSelectionStart();
			final var to = model.getHoverSelectionEnd();
			final int first = from.y == line ? from.x : 0;
			final int last = to.y == line ? to.x : model.getTerminalText().getWidth() - 1;
			use(gc, PLAIN);
			final int bottom = y + getCellHeight() - 1;
			gc.drawLine(origin + first * getCellWidth(), bottom, origin + (last + 1) * getCellWidth() - 1, bottom);
		}
	}

	/** Bold text is brighter, where it has a colour of its own; what is behind it is not. Nothing is blacker than the terminal itself. */
	private void use(GC gc, TerminalStyle style) {
		final boolean black = !style.isReverse() && style.getBackgroundTerminalColor() == TerminalColor.BLACK;
		final var ground = (black ? style.setBackground(TerminalColor.BACKGROUND) : style).setBold(false);
		gc.setForeground(new Color(styles.getForegrondRGB(style.isReverse() ? ground : style)));
		gc.setBackground(new Color(styles.getBackgroundRGB(style.isReverse() ? style : ground)));
		final var font = styles.getFont(style);
		if (gc.getFont() != font) {
			gc.setFont(font);
		}
	}

	private void draw(GC gc, String text, int x, int y) {
		final int width = getCellWidth();
		gc.fillRectangle(x, y, text.length() * width, getCellHeight());
		if (styles.isFontProportional()) {
			for (int i = 0; i < text.length(); i++) {
				final char character = text.charAt(i);
				if (character > ' ') {
					gc.drawString(String.valueOf(character), x + i * width + styles.getCharOffset(character), y, true);
				}
			}
		} else if (!text.isBlank()) {
			gc.drawString(text.replace('\0', ' ').stripTrailing(), x, y, true);
		}
	}

	@Override
	public int getCellWidth() {
		return original.getCellWidth();
	}

	@Override
	public int getCellHeight() {
		return original.getCellHeight();
	}

	@Override
	public void onFontChange() {
		original.onFontChange();
	}

	@Override
	public void updateFont(String name) {
		original.updateFont(name);
	}

	@Override
	public void updateColors(Map<TerminalColor, RGB> colors) {
		original.updateColors(colors);
	}

	@Override
	public void setInvertedColors(boolean inverted) {
		original.setInvertedColors(inverted);
	}

	@Override
	public boolean isInvertedColors() {
		return original.isInvertedColors();
	}

	@Override
	public Color getDefaultBackgroundColor() {
		return original.getDefaultBackgroundColor();
	}

	@Override
	public Color getDefaultBackgroundColor(Device device) {
		return original.getDefaultBackgroundColor(device);
	}
}
