package dev.benchtop.ui.flash;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;

/** What came of a task: green or red, in one sentence, with the digest or what to do next. */
final class ResultRow extends Composite {

	private final FlashRoom room;

	ResultRow(Composite parent, FlashRoom room) {
		super(parent, SWT.NONE);
		this.room = room;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(this);
	}

	void show(FlashTask task) {
		for (final Control old : getChildren()) {
			old.dispose();
		}
		final boolean good = task.succeeded();
		new Label(this, SWT.NONE).setImage(Icons.image(ResultRow.class, good ? "phase-done" : "phase-failed")); //$NON-NLS-1$ //$NON-NLS-2$
		final var sentence = new Label(this, SWT.WRAP);
		sentence.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		sentence.setData("org.eclipse.e4.ui.css.CssClassName", good ? "good" : "bad"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		sentence.setText(FlashWords.result(task));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(320, SWT.DEFAULT).applyTo(sentence);
		final var save = new Button(this, SWT.PUSH);
		save.setText(Messages.FlashRunPanel_saveReport);
		save.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> FlashReportFile.save(getShell(), task)));
		task.report().flatMap(FlashReport::sha256).ifPresent(this::digest);
		task.failure().flatMap(BenchException::next).ifPresent(this::advice);
		if (!good && room.queue().flashing().heldBy(task.order().flasher().board()).isPresent()) {
			takeOver(task);
		}
	}

	private void takeOver(FlashTask task) {
		new Label(this, SWT.NONE);
		final var button = new Button(this, SWT.PUSH);
		button.setText(Messages.ResultRow_takeOver);
		button.setToolTipText(Messages.ResultRow_takeOverTooltip);
		GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
			room.takeOver(task);
			getShell().close();
		}));
	}

	private void digest(String sha256) {
		new Label(this, SWT.NONE);
		final var row = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(row);
		new Label(row, SWT.NONE).setText(Messages.FlashRunPanel_sha256);
		final var text = new Text(row, SWT.READ_ONLY);
		text.setFont(JFaceResources.getTextFont());
		text.setBackground(getBackground());
		text.setText(sha256);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		final var copy = new Button(row, SWT.PUSH | SWT.FLAT);
		copy.setText(Messages.FlashRunPanel_copyDigest);
		copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> CommandLine.copy(sha256, copy)));
	}

	private void advice(String next) {
		new Label(this, SWT.NONE);
		final var label = new Label(this, SWT.WRAP);
		label.setText(next);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(320, SWT.DEFAULT).applyTo(label);
	}
}
