package dev.benchtop.ui.internal.forms;

import java.util.Objects;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;

/** The form of one node, and where its configuration stands in the file. */
record NodeForm(String place, ConfigForm form) {

	/** Changes what differs from the file, and nothing else. */
	void apply(BenchEditor editor) throws BenchException {
		final var values = form.values();
		for (final String key : form.keys()) {
			final String path = place + '.' + key;
			final Object before = editor.get(path).orElse(null);
			final Object now = values.get(key);
			if (now == null && before != null && !isDefault(key, before)) {
				editor.remove(path);
			} else if (now != null && !same(now, before)) {
				editor.set(path, now);
			}
		}
	}

	private boolean isDefault(String key, Object before) {
		return form.defaultOf(key).filter(standard -> same(standard, before)).isPresent();
	}

	private static boolean same(Object one, Object other) {
		return Objects.equals(String.valueOf(one), String.valueOf(other));
	}
}
