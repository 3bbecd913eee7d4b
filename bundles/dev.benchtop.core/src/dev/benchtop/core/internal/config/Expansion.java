package dev.benchtop.core.internal.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Replaces {@code ${env:NAME}} and {@code ${secret:NAME}} in texts; {@code $${env:NAME}} stands for itself with one dollar. */
final class Expansion {

	/** A text after it; {@code complete} unless a secret was left as it is. */
	record Text(String value, boolean complete) {
	}

	/** An environment variable is not set. */
	static final class Unset extends IllegalArgumentException {
		private static final long serialVersionUID = 1L;

		Unset(String message) {
			super(message);
		}
	}

	private static final Pattern FORM = Pattern.compile("(\\$?)(\\$\\{(env|secret):([^}]*)\\})"); //$NON-NLS-1$

	private final Variables variables;
	private final boolean reveal;

	/** Secrets stay as they are written where {@code reveal} is not set. */
	Expansion(Variables variables, boolean reveal) {
		this.variables = variables;
		this.reveal = reveal;
	}

	/** Throws {@link IllegalArgumentException} with a readable message where something is not there, or a secret is not allowed. */
	Text expand(String text, boolean secretAllowed) {
		if (text.indexOf("${") < 0) { //$NON-NLS-1$
			return new Text(text, true);
		}
		final var complete = new boolean[] {true};
		final String value = FORM.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
				match.group(1).isEmpty() ? variable(match.group(2), match.group(3), match.group(4), secretAllowed, complete) : match.group(2)));
		return new Text(value, complete[0]);
	}

	private String variable(String written, String kind, String name, boolean secretAllowed, boolean[] complete) {
		if (kind.equals("env")) { //$NON-NLS-1$
			return variables.env(name).orElseThrow(() -> new Unset(NLS.bind(Messages.envNotSet, name)));
		}
		if (!secretAllowed) {
			throw new IllegalArgumentException(NLS.bind(Messages.secretNotAllowed, name));
		}
		if (!reveal) {
			complete[0] = false;
			return written;
		}
		return secret(name).orElseThrow(() -> new IllegalArgumentException(NLS.bind(Messages.noSecret, name)));
	}

	private Optional<String> secret(String name) {
		try {
			return variables.secret(name);
		} catch (BenchException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}
}
