package dev.benchtop.core;

import java.util.Optional;

/**
 * The one checked error of Benchtop: what failed, where, why in the tool's own words, and what to do next.
 * Thrown in the model, shown once by whoever faces the user.
 */
public final class BenchException extends Exception {

	private static final long serialVersionUID = 1L;

	/** How the error ends a command, and whether it is one at all. */
	public enum Kind {
		/** Something failed: exit code 1. */
		FAILED(1),
		/** The request or a bench file is wrong: exit code 2. */
		USAGE(2),
		/** The user cancelled; not an error: exit code 130. */
		CANCELLED(130);

		private final int exitCode;

		Kind(int exitCode) {
			this.exitCode = exitCode;
		}

		/** Returns the exit code of the command line. */
		public int exitCode() {
			return exitCode;
		}
	}

	private final Kind kind;
	private final String what;
	private final String where;
	private final String why;
	private final String next;

	private BenchException(Builder builder) {
		super(builder.what, builder.cause);
		this.kind = builder.kind;
		this.what = builder.what;
		this.where = builder.where;
		this.why = builder.why;
		this.next = builder.next;
	}

	/** Begins an error of kind {@link Kind#FAILED}; {@code what} is a whole sentence without a full stop. */
	public static Builder failed(String what) {
		return new Builder(Kind.FAILED, what);
	}

	/** Begins an error of kind {@link Kind#USAGE}; {@code what} is a whole sentence without a full stop. */
	public static Builder usage(String what) {
		return new Builder(Kind.USAGE, what);
	}

	/** Returns the error that stands for a cancellation by the user. */
	public static BenchException cancelled() {
		return new Builder(Kind.CANCELLED, Messages.BenchException_cancelled).build();
	}

	/** Returns the error that stands for a cancellation by the user, with how things stand now. */
	public static BenchException cancelled(String next) {
		return new Builder(Kind.CANCELLED, Messages.BenchException_cancelled).next(next).build();
	}

	public Kind kind() {
		return kind;
	}

	public boolean isCancelled() {
		return kind == Kind.CANCELLED;
	}

	/** What failed, in one sentence. */
	public String what() {
		return what;
	}

	/** Board, node or file (with line) it failed on. */
	public Optional<String> where() {
		return Optional.ofNullable(where);
	}

	/** The reason in the tool's own words: QEMU's stderr, the server's status, the system's error. */
	public Optional<String> why() {
		return Optional.ofNullable(why);
	}

	/** What to do next. */
	public Optional<String> next() {
		return Optional.ofNullable(next);
	}

	/** Everything in one readable text: {@code where: what: why}, and what to do next on a line of its own. */
	@Override
	public String getMessage() {
		final var text = new StringBuilder();
		if (where != null) {
			text.append(where).append(": "); //$NON-NLS-1$
		}
		text.append(what);
		if (why != null) {
			text.append(": ").append(why); //$NON-NLS-1$
		}
		if (next != null) {
			text.append('\n').append(next);
		}
		return text.toString();
	}

	/** Collects the parts of an error. */
	public static final class Builder {
		private final Kind kind;
		private final String what;
		private String where;
		private String why;
		private String next;
		private Throwable cause;

		private Builder(Kind kind, String what) {
			this.kind = kind;
			this.what = what;
		}

		public Builder where(String place) {
			this.where = place;
			return this;
		}

		public Builder why(String reason) {
			this.why = reason;
			return this;
		}

		/** Takes the reason from an exception's own message, or its class where it has none. */
		public Builder why(Throwable reason) {
			this.cause = reason;
			this.why = Reasons.of(reason);
			return this;
		}

		public Builder next(String advice) {
			this.next = advice;
			return this;
		}

		public BenchException build() {
			return new BenchException(this);
		}
	}
}
