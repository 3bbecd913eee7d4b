package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.core.spi.BoardTemplate;

/** The form of the board's driver, and for hardware that was found, how its power is switched; beside it the file that comes of it. */
final class HowPage extends WizardPage {

	private static final String POWER = "power"; //$NON-NLS-1$

	private final DriverRegistry registry;
	private final WhatPage what;
	private final FormContext context;
	private final Supplier<String> preview;
	private FormWithPreview body;
	private BoardTemplate shown;
	private Optional<ConfigForm> form = Optional.empty();
	private Composite powerArea;
	private Optional<DriverFactory<?>> power = Optional.empty();
	private Optional<ConfigForm> powerForm = Optional.empty();

	/**
	 * @param name the name of the board so far
	 * @param preview the file so far
	 */
	HowPage(Path folder, DriverRegistry registry, WhatPage what, Supplier<String> name, Supplier<String> preview) {
		super("how"); //$NON-NLS-1$
		this.registry = registry;
		this.what = what;
		this.preview = preview;
		this.context = new FormContext(folder, name, field -> body.help(field.help()), this::validate);
		setDescription(Messages.HowPage_description);
	}

	/** The nodes of the board, as they are written in its file. */
	Map<String, Object> nodes() {
		final var chosen = what.chosen();
		final Map<String, Object> nodes = new LinkedHashMap<>();
		final Map<String, Object> values = shown == chosen ? form.map(ConfigForm::values).orElse(Map.of()) : plain(chosen.config());
		nodes.put(chosen.node(), BenchEditor.driver(chosen.type(), values));
		if (shown == chosen && power.isPresent()) {
			nodes.put(POWER, BenchEditor.driver(power.get().type(), powerForm.map(ConfigForm::values).orElse(Map.of())));
		}
		if (chosen instanceof FoundTemplate found) {
			found.companions().forEach(nodes::putIfAbsent);
		}
		return nodes;
	}

	/** What may stand in a file before the form was there to keep the secrets. */
	private static Map<String, Object> plain(Map<String, Object> config) {
		final var plain = new LinkedHashMap<>(config);
		plain.values().removeIf(Secret.class::isInstance);
		return plain;
	}

	void storeSecrets() throws BenchException {
		for (final var one : forms().toList()) {
			one.storeSecrets();
		}
	}

	private Stream<ConfigForm> forms() {
		return Stream.of(form, powerForm).flatMap(Optional::stream);
	}

	@Override
	public void createControl(Composite parent) {
		body = new FormWithPreview(parent);
		setControl(body);
	}

	@Override
	public void setVisible(boolean visible) {
		if (visible && what.chosen() != shown) {
			fill(what.chosen());
		}
		super.setVisible(visible);
	}

	private void fill(BoardTemplate template) {
		shown = template;
		setTitle(template.label());
		setDescription(template.description().isBlank() ? Messages.HowPage_description : template.description());
		power = Optional.empty();
		powerForm = Optional.empty();
		final var area = body.clear();
		form = registry.find(template.type()).map(factory -> new ConfigForm(area, ConfigSchema.of(factory), template.config(), context));
		if (template instanceof FoundTemplate) {
			choosePower(area);
		}
		validate();
	}

	private void choosePower(Composite area) {
		final List<DriverFactory<?>> drivers = registry.factories().stream().<DriverFactory<?>>map(factory -> factory).filter(HowPage::isPower).toList();
		final var head = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(head);
		final var label = new Label(head, SWT.NONE);
		label.setText(Messages.HowPage_power);
		label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		final var combo = new Combo(head, SWT.READ_ONLY);
		combo.add(Messages.HowPage_noPower);
		drivers.forEach(driver -> combo.add(DriverTexts.of(driver).label()));
		combo.select(0);
		WheelOver.scrolls(combo);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
		powerArea = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(powerArea);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(powerArea);
		combo.addListener(SWT.Selection, _ -> power(combo.getSelectionIndex() == 0 ? Optional.empty() : Optional.of(drivers.get(combo.getSelectionIndex() - 1))));
	}

	private void power(Optional<DriverFactory<?>> driver) {
		Stream.of(powerArea.getChildren()).forEach(child -> child.dispose());
		power = driver;
		powerForm = driver.map(factory -> new ConfigForm(powerArea, ConfigSchema.of(factory), Map.of(), context));
		powerArea.requestLayout();
		validate();
	}

	/** A switch that is a node of its own. */
	private static boolean isPower(DriverFactory<?> factory) {
		try {
			final var shape = factory.describe(null);
			return shape.capabilities().contains(Power.class) && shape.children().isEmpty();
		} catch (RuntimeException _) {
			return false;
		}
	}

	@Override
	public IWizardPage getPreviousPage() {
		return what;
	}

	private void validate() {
		final Optional<String> problem = forms().flatMap(one -> one.findings().stream()).findFirst();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
		if (problem.isEmpty()) {
			body.preview(preview.get());
		}
		body.fit();
	}
}
