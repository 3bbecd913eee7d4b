package dev.benchtop.ui.internal.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.spi.BoardTemplate;

/** Name, description and the form of the driver, with the file that comes of it beside. */
final class BoardFormPage extends WizardPage {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"); //$NON-NLS-1$

	private final Path folder;
	private final TemplatePage templates;
	private final DriverRegistry registry;
	private FormWithPreview body;
	private BoardTemplate shown;
	private Text name;
	private Text description;
	private ConfigForm form;

	BoardFormPage(Path folder, TemplatePage templates, DriverRegistry registry) {
		super("form"); //$NON-NLS-1$
		this.folder = folder;
		this.templates = templates;
		this.registry = registry;
		setDescription(NLS.bind(Messages.BoardFormPage_description, folder));
	}

	String name() {
		return name.getText().strip();
	}

	String text() {
		final Map<String, Object> values = form == null ? Map.of() : form.values();
		return shown.file(name()).orElseGet(() -> BenchEditor.render(name(), description.getText().strip(), shown.node(), shown.type(), values));
	}

	void storeSecrets() throws BenchException {
		if (form != null) {
			form.storeSecrets();
		}
	}

	@Override
	public void createControl(Composite parent) {
		body = new FormWithPreview(parent);
		setControl(body);
	}

	@Override
	public void setVisible(boolean visible) {
		if (visible && templates.chosen() != shown) {
			fill(templates.chosen());
		}
		super.setVisible(visible);
		if (visible) {
			name.setFocus();
			name.selectAll();
		}
	}

	private void fill(BoardTemplate template) {
		shown = template;
		setTitle(template.label());
		final var area = body.clear();
		final var head = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		name = line(head, Messages.BoardFormPage_name, freeName(template.id()));
		description = line(head, Messages.BoardFormPage_about, ""); //$NON-NLS-1$
		final var context = new FormContext(folder, this::name, field -> body.help(field.help()), this::validate);
		final var factory = registry.find(template.type());
		form = template.file("x").isPresent() || factory.isEmpty() ? null //$NON-NLS-1$
				: new ConfigForm(area, ConfigSchema.of(factory.get()), template.config(), context);
		body.fit();
		validate();
	}

	private Text line(Composite parent, String label, String value) {
		new Label(parent, SWT.NONE).setText(label);
		final var text = new Text(parent, SWT.BORDER);
		text.setText(value);
		text.addModifyListener(_ -> validate());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
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
		final Optional<String> problem = problem();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
		if (problem.isEmpty()) {
			body.preview(text());
		}
		body.fit();
	}

	private Optional<String> problem() {
		if (!NAME.matcher(name()).matches()) {
			return Optional.of(Messages.BoardFormPage_badName);
		}
		if (exists(name())) {
			return Optional.of(NLS.bind(Messages.BoardFormPage_exists, name()));
		}
		return form == null ? Optional.empty() : form.findings().stream().findFirst();
	}
}
