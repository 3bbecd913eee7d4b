package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.driver.ConfigSchema;

/** The form of a configuration for other rooms: on the right the file that comes of it, below what the field with the focus is for. */
public final class DriverForm {

	private final FormWithPreview body;
	private final FormContext context;
	private Optional<ConfigForm> form = Optional.empty();

	/**
	 * @param folder against which relative paths count
	 * @param secretPrefix how the names of secrets begin that the form stores
	 * @param onChange runs when any field changed
	 */
	public DriverForm(Composite parent, Path folder, Supplier<String> secretPrefix, Runnable onChange) {
		body = new FormWithPreview(parent);
		context = new FormContext(folder, secretPrefix, field -> body.help(field.help()), onChange);
	}

	public Composite control() {
		return body;
	}

	/** Empties the form; returns a composite for rows of the caller's own above the fields. */
	public Composite clear() {
		form = Optional.empty();
		body.help(""); //$NON-NLS-1$
		return body.clear();
	}

	/** Adds the fields of a configuration below what is there; {@code values} as they are written in a bench file. */
	public void fields(Composite area, ConfigSchema schema, Map<String, Object> values) {
		form = Optional.of(new ConfigForm(area, schema, values, context));
		body.fit();
	}

	/** The values as they are written in a bench file, without those that are the default; typed secrets by their names alone. */
	public Map<String, Object> values() {
		return form.map(ConfigForm::values).orElseGet(LinkedHashMap::new);
	}

	/** What is wrong, naming the key. */
	public List<String> findings() {
		return form.map(ConfigForm::findings).orElseGet(ArrayList::new);
	}

	/** Puts the secrets that were typed into the store. */
	public void storeSecrets() throws BenchException {
		if (form.isPresent()) {
			form.get().storeSecrets();
		}
	}

	/** Changes in a file what differs from it, and nothing else. */
	public void apply(BenchEditor editor, String place) throws BenchException {
		if (form.isPresent()) {
			new NodeForm(place, form.get()).apply(editor);
		}
	}

	/** The values under a place of a file. */
	public static Map<String, Object> values(BenchEditor editor, String place) {
		return ConfigForm.map(editor.get(place));
	}

	/** Shows the file that comes of the form, and gives the form the room that it wants. */
	public void preview(String text) {
		body.preview(text);
		body.fit();
	}
}
