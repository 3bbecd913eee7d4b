package dev.benchtop.ui;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.capability.ShellWords;

/** The line of the command line that does the same as a dialog, for copying: {@code benchtop do rpi4/power on}. */
public final class CommandLine {

	/** What stands without quotes; a tilde is for the shell to replace. */
	private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./~-]+"); //$NON-NLS-1$

	private final Text text;

	private CommandLine(Text text) {
		this.text = text;
	}

	/** Puts the line with its <i>Copy</i> button into a composite with a grid layout, over its full width. */
	public static CommandLine create(Composite parent, String line) {
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
		final var text = new Text(row, SWT.READ_ONLY | SWT.SINGLE);
		text.setFont(JFaceResources.getTextFont());
		text.setToolTipText(Messages.CommandLine_tooltip);
		text.setBackground(parent.getBackground());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(text);
		final var bar = new ToolBar(row, SWT.FLAT);
		final var copy = new ToolItem(bar, SWT.PUSH);
		copy.setImage(Icons.image("copy")); //$NON-NLS-1$
		copy.setToolTipText(Messages.CommandLine_copy);
		copy.addListener(SWT.Selection, _ -> copy(text.getText(), text));
		final var shown = new CommandLine(text);
		shown.set(line);
		return shown;
	}

	/** Shows another line. */
	public void set(String line) {
		if (!text.isDisposed() && !text.getText().equals(line)) {
			text.setText(line);
			text.setToolTipText(line.isEmpty() ? Messages.CommandLine_tooltip : Messages.CommandLine_tooltip + '\n' + line);
		}
	}

	/** A line of {@code benchtop} with these words, quoted for a shell where they need it. */
	public static String of(Object... words) {
		return Stream.concat(Stream.of("benchtop"), Stream.of(words).map(Object::toString)).map(CommandLine::quoted) //$NON-NLS-1$
				.collect(Collectors.joining(" ")); //$NON-NLS-1$
	}

	/** As {@link #of(Object...)}. */
	public static String of(List<String> words) {
		return of(words.toArray());
	}

	/** Puts a text on the clipboard. */
	public static void copy(String line, org.eclipse.swt.widgets.Widget on) {
		final var clipboard = new Clipboard(on.getDisplay());
		clipboard.setContents(new Object[] { line }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	private static String quoted(String word) {
		return PLAIN.matcher(word).matches() ? word : ShellWords.inQuotes(word);
	}
}
