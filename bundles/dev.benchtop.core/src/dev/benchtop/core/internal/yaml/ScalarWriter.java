package dev.benchtop.core.internal.yaml;

import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Writes single values so that they are read as what they are: plain where that is safe, else in quotes. */
final class ScalarWriter {

	/** Texts that YAML 1.1 or 1.2 takes for a number when they stand without quotes. */
	private static final Pattern NUMBER = Pattern.compile("(?i)[-+]?(0x[0-9a-f_]+|0o[0-7]+|0b[01_]+" //$NON-NLS-1$
			+ "|[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?|\\.[0-9][0-9_]*(e[-+]?[0-9]+)?|\\.(inf|nan))"); //$NON-NLS-1$

	/** Those that it takes for something else that is no text. */
	private static final Pattern WORD = Pattern.compile("(?i)~|null|true|false|yes|no|on|off|y|n|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|="); //$NON-NLS-1$

	private final boolean plainNumbers;

	/** A writer for files whose reader knows by the key what is a number and what a text, or for those of everybody. */
	ScalarWriter(boolean plainNumbers) {
		this.plainNumbers = plainNumbers;
	}

	/** A text in the style of the one that it replaces, as far as that is safe; {@code flow} within braces or brackets. */
	String text(String value, boolean flow, ScalarNode old) {
		final boolean oldTyped = old != null && old.isPlain() && isTyped(old.getValue()) && !value.equals("~") && !value.equalsIgnoreCase("null"); //$NON-NLS-1$ //$NON-NLS-2$
		final var style = old == null ? ScalarStyle.PLAIN : old.getScalarStyle();
		if (style == ScalarStyle.SINGLE_QUOTED && isPrintable(value)) {
			return single(value);
		}
		if (style == ScalarStyle.DOUBLE_QUOTED) {
			return twice(value);
		}
		if ((oldTyped || !isTyped(value) || plainNumbers && NUMBER.matcher(value).matches()) && isPlain(value, flow)) {
			return value;
		}
		return isPrintable(value) && (value.indexOf('"') >= 0 || value.indexOf('\\') >= 0) ? single(value) : twice(value);
	}

	/** Whether a text without quotes is not taken for a text by everybody. */
	private static boolean isTyped(String value) {
		return NUMBER.matcher(value).matches() || WORD.matcher(value).matches();
	}

	/** Whether a text without quotes is read as it is, at its place. */
	private static boolean isPlain(String value, boolean flow) {
		if (value.isEmpty() || value.indexOf('\n') >= 0 || value.startsWith("<<")) { //$NON-NLS-1$
			return false;
		}
		try {
			final var root = Yaml.compose(flow ? "{k: " + value + ", l: m}" : "k: " + value + "\nl: m"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			return root.isPresent() && root.get() instanceof MappingNode map && map.getValue().size() == 2
					&& map.getValue().getFirst().getValueNode() instanceof ScalarNode scalar && scalar.isPlain()
					&& scalar.getAnchor().isEmpty() && scalar.getValue().equals(value) && isPlainKey(value, flow);
		} catch (Yaml.SyntaxException e) {
			return false;
		}
	}

	private static boolean isPlainKey(String value, boolean flow) throws Yaml.SyntaxException {
		return Yaml.compose(flow ? "[" + value + "]" : "- " + value).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static boolean isPrintable(String value) {
		return value.codePoints().allMatch(c -> c >= 0x20 && c < 0x7f || c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && !Character.isSurrogate((char) c));
	}

	private static String single(String value) {
		return '\'' + value.replace("'", "''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String twice(String value) {
		final var text = new StringBuilder("\""); //$NON-NLS-1$
		value.codePoints().forEach(c -> {
			switch (c) {
				case '"' -> text.append("\\\""); //$NON-NLS-1$
				case '\\' -> text.append("\\\\"); //$NON-NLS-1$
				case '\n' -> text.append("\\n"); //$NON-NLS-1$
				case '\t' -> text.append("\\t"); //$NON-NLS-1$
				case '\r' -> text.append("\\r"); //$NON-NLS-1$
				default -> text.append(isPrintable(Character.toString(c)) ? Character.toString(c)
						: String.format(c > 0xffff ? "\\U%08X" : "\\u%04X", c)); //$NON-NLS-1$ //$NON-NLS-2$
			}
		});
		return text.append('"').toString();
	}

	static boolean isLines(Object value) {
		return value instanceof String text && text.contains("\n"); //$NON-NLS-1$
	}

	/** A text of several lines as a literal block, each line indented; null where it cannot be one. */
	static String literal(String value, int indent, String eol) {
		if (!isLines(value) || value.startsWith(" ") || value.startsWith("\n") || value.endsWith("\n\n") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				|| !isPrintable(value.replace("\n", ""))) { //$NON-NLS-1$ //$NON-NLS-2$
			return null;
		}
		final var text = new StringBuilder(value.endsWith("\n") ? "|" : "|-"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		value.lines().forEach(line -> text.append(eol).append(line.isEmpty() ? "" : " ".repeat(indent) + line)); //$NON-NLS-1$ //$NON-NLS-2$
		return text.toString();
	}
}
