package dev.benchtop.ui.internal.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.spi.BoardTemplate;

/** Name and description, and the file that will be written. */
final class NamePage extends WizardPage {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"); //$NON-NLS-1$

	private final Path folder;
	private final WhatPage what;
	private final HowPage how;
	private BoardTemplate named;
	private Text name;
	private Text description;
	private Text preview;

	NamePage(Path folder, DriverPages pages) {
		super("name"); //$NON-NLS-1$
		this.folder = folder;
		this.what = pages.what();
		this.how = pages.how();
		setTitle(Messages.NamePage_title);
		setDescription(NLS.bind(Messages.NamePage_description, folder));
	}

	/** The two pages before this one. */
	record DriverPages(WhatPage what, HowPage how) {
	}

	String name() {
		return named == what.chosen() && name != null ? name.getText().strip() : freeName(what.chosen().id());
	}

	/** The text of the file. */
	String text() {
		final String about = description == null ? "" : description.getText().strip(); //$NON-NLS-1$
		return what.chosen().file(name()).orElseGet(() -> BenchEditor.render(name(), about, how.nodes()));
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(12, 8).applyTo(page);
		name = line(page, Messages.NamePage_name);
		description = line(page, Messages.NamePage_about);
		final var label = new Label(page, SWT.NONE);
		label.setText(Messages.NamePage_file);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
		preview = new Text(page, SWT.BORDER | SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		preview.setFont(JFaceResources.getTextFont());
		preview.setToolTipText(Messages.FormWithPreview_preview);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(preview);
		setControl(page);
	}

	private Text line(Composite parent, String label) {
		new Label(parent, SWT.NONE).setText(label);
		final var text = new Text(parent, SWT.BORDER);
		text.addModifyListener(_ -> validate());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
	}

	@Override
	public void setVisible(boolean visible) {
		if (visible) {
			if (named != what.chosen()) {
				final String proposed = freeName(what.chosen().id());
				named = what.chosen();
				name.setText(proposed);
			}
			description.setEnabled(what.chosen().file(name()).isEmpty());
			validate();
		}
		super.setVisible(visible);
		if (visible) {
			name.setFocus();
			name.selectAll();
		}
	}

	private String freeName(String base) {
		String candidate = base;
		for (int number = 2; exists(candidate); number++) {
			candidate = base + '-' + number;
		}
		return candidate;
	}

	private boolean exists(String candidate) {
		return Files.exists(folder.resolve(candidate + ".yaml")); //$NON-NLS-1$
	}

	private void validate() {
		if (named == null) {
			return;
		}
		final Optional<String> problem = problem();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
		if (problem.isEmpty()) {
			preview.setText(text());
		}
	}

	private Optional<String> problem() {
		if (!NAME.matcher(name()).matches()) {
			return Optional.of(Messages.NamePage_badName);
		}
		return exists(name()) ? Optional.of(NLS.bind(Messages.NamePage_exists, name())) : Optional.empty();
	}
}
