package dev.benchtop.power;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import dev.benchtop.core.BenchException;

/**
 * A dotted path into a JSON value: {@code StatusSNS.ENERGY.Voltage}, {@code meters.0.power} or {@code meters[0].power}; of several with
 * {@code |} between them, the first that is there.
 */
public record JsonPath(String text) {

	private static final int SHOWN = 120;

	/** Parses an answer. */
	public static JsonElement parse(String answer) throws BenchException {
		try {
			final JsonElement value = JsonParser.parseString(answer);
			if (value.isJsonObject() || value.isJsonArray()) {
				return value;
			}
			throw noJson(answer);
		} catch (JsonParseException _) {
			throw noJson(answer);
		}
	}

	private static BenchException noJson(String answer) {
		return BenchException.failed(NLS.bind(Messages.JsonPath_noJson, shown(answer))).build();
	}

	/** The plain value at the path, as text. */
	public String find(JsonElement root) throws BenchException {
		final var paths = text.split("\\|"); //$NON-NLS-1$
		for (int i = 0; i < paths.length - 1; i++) {
			try {
				return find(root, paths[i]);
			} catch (BenchException _) {
				continue;
			}
		}
		return find(root, paths[paths.length - 1]);
	}

	private static String find(JsonElement root, String path) throws BenchException {
		JsonElement at = root;
		String walked = ""; //$NON-NLS-1$
		for (final String step : path.replace("[", ".").replace("]", "").split("\\.")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			final JsonElement next = step(at, step);
			if (next == null) {
				throw BenchException.failed(NLS.bind(Messages.JsonPath_missing, new Object[] {path, step, walked.isEmpty() ? Messages.JsonPath_top : walked}))
						.why(there(at)).build();
			}
			at = next;
			walked = walked.isEmpty() ? step : walked + '.' + step;
		}
		if (at instanceof JsonPrimitive value) {
			return value.getAsString();
		}
		throw BenchException.failed(NLS.bind(Messages.JsonPath_noValue, path)).why(shown(at.toString())).build();
	}

	/** The number at the path. */
	public double number(JsonElement root) throws BenchException {
		final String value = find(root);
		try {
			return Double.parseDouble(value);
		} catch (NumberFormatException _) {
			throw BenchException.failed(NLS.bind(Messages.JsonPath_noNumber, text)).why(shown(value)).build();
		}
	}

	private static JsonElement step(JsonElement at, String step) {
		if (at instanceof JsonObject object) {
			return object.get(step);
		}
		if (at instanceof JsonArray list && step.matches("\\d{1,6}") && Integer.parseInt(step) < list.size()) { //$NON-NLS-1$
			return list.get(Integer.parseInt(step));
		}
		return null;
	}

	private static String there(JsonElement at) {
		return switch (at) {
		case JsonObject object -> NLS.bind(Messages.JsonPath_keys, shown(String.join(", ", object.keySet()))); //$NON-NLS-1$
		case JsonArray list -> NLS.bind(Messages.JsonPath_items, list.size());
		default -> shown(at.toString());
		};
	}

	/** The beginning of a text, in one line. */
	public static String shown(String text) {
		final String line = text.strip().replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$
		return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + '\u2026';
	}
}
