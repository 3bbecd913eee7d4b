package dev.benchtop.core.storage;

/** URLs as texts that a person may see. */
public final class Urls {

	private Urls() {
	}

	/** Whether a text is a URL with an authority: {@code scheme://…}. */
	public static boolean isUrl(String text) {
		throw new UnsupportedOperationException();
	}

	/** The URL without what may be a secret in it: user and password, the values of the query, the fragment. Any other text as it is. */
	public static String redacted(String text) {
		throw new UnsupportedOperationException();
	}
}
