package dev.benchtop.ui.internal.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;

/** A form made from the schema of a configuration: one row a key, what is advanced folded below. */
final class ConfigForm {

	private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
	private final FormContext context;

	ConfigForm(Composite parent, ConfigSchema schema, Map<String, Object> values, FormContext context) {
		this.context = context;
		final var main = columns(parent);
		schema.fields().stream().filter(field -> !field.advanced()).forEach(field -> add(main, field, values));
		final var advanced = schema.fields().stream().filter(Field::advanced).toList();
		if (!advanced.isEmpty()) {
			fold(parent, advanced, values);
		}
	}

	/** The values as they are written in a bench file, without those that are the default. */
	Map<String, Object> values() {
		final var values = new LinkedHashMap<String, Object>();
		editors.forEach((key, editor) -> editor.value().ifPresent(value -> values.put(key, value)));
		return values;
	}

	/** The keys that the form can set, as they are called in the file. */
	Set<String> keys() {
		return editors.keySet();
	}

	/** The default of a key as it would be written; empty where it has none. */
	Optional<String> defaultOf(String key) {
		return Optional.of(editors.get(key).field().defaultValue()).filter(value -> !value.isEmpty());
	}

	/** What is wrong, naming the key. */
	List<String> findings() {
		return editors.values().stream().map(FieldEditor::finding).flatMap(Optional::stream).toList();
	}

	/** Puts the secrets that were typed into the store. */
	void storeSecrets() throws BenchException {
		for (final var editor : editors.values()) {
			switch (editor) {
				case SecretField secret -> secret.store();
				case RecordField nested -> nested.form().storeSecrets();
				default -> { }
			}
		}
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Optional<Object> value) {
		return value.filter(Map.class::isInstance).map(map -> (Map<String, Object>) map).orElse(Map.of());
	}

	private void fold(Composite parent, List<Field> fields, Map<String, Object> values) {
		final var link = new Link(parent, SWT.NONE);
		final var folded = columns(parent);
		fields.forEach(field -> add(folded, field, values));
		final boolean open = fields.stream().anyMatch(field -> values.containsKey(field.key()));
		show(link, folded, open);
		link.addListener(SWT.Selection, _ -> {
			show(link, folded, !folded.getVisible());
			folded.requestLayout();
			context.onChange().run();
		});
	}

	private static void show(Link link, Composite folded, boolean open) {
		link.setText("<a>" + (open ? Messages.ConfigForm_lessAdvanced : Messages.ConfigForm_advanced) + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
		folded.setVisible(open);
		((GridData) folded.getLayoutData()).exclude = !open;
		link.requestLayout();
	}

	private static Composite columns(Composite parent) {
		final var columns = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(columns);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
		return columns;
	}

	private void add(Composite parent, Field field, Map<String, Object> values) {
		final String key = values.containsKey(field.key()) ? field.key()
				: field.aliases().stream().filter(values::containsKey).findFirst().orElse(field.key());
		editors.put(key, Fields.create(parent, field, Optional.ofNullable(values.get(key)), context));
	}
}
