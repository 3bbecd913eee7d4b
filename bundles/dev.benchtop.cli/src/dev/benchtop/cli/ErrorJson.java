package dev.benchtop.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.benchtop.core.BenchException;

/** An error as JSON: {@code what}, {@code where}, {@code why} and {@code next}; null where the error does not say. */
public final class ErrorJson {

	private ErrorJson() {
	}

	public static Map<String, Object> of(BenchException failure) {
		final var error = new LinkedHashMap<String, Object>();
		error.put("what", failure.what()); //$NON-NLS-1$
		error.put("where", failure.where().orElse(null)); //$NON-NLS-1$
		error.put("why", failure.why().orElse(null)); //$NON-NLS-1$
		error.put("next", failure.next().orElse(null)); //$NON-NLS-1$
		return error;
	}
}
