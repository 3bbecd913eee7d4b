package dev.benchtop.core;

/** A value that never prints itself. */
public final class Secret {

	private final String value;

	public Secret(String value) {
		this.value = value;
	}

	/** The value itself, for the one call that needs it. */
	public String reveal() {
		return value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && secret.value.equals(value);
	}

	@Override
	public int hashCode() {
		return value.hashCode();
	}

	@Override
	public String toString() {
		return "\u2022\u2022\u2022\u2022"; //$NON-NLS-1$
	}
}
