package dev.benchtop.core.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** URLs as texts that a person may see. */
public final class Urls {

	/** Scheme, authority, path, query and fragment by RFC 3986, appendix B; lenient about what stands in them. */
	private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL); //$NON-NLS-1$
	private static final String HIDDEN = "\u2026"; //$NON-NLS-1$

	private Urls() {
	}

	/** Whether a text is a URL with an authority: {@code scheme://…}. */
	public static boolean isUrl(String text) {
		return FORM.matcher(text).matches();
	}

	/** What stands behind the last slash of a URL's path, decoded (RFC 3986, section 2.1), or of a path that is none. */
	static String name(String text) {
		final var form = FORM.matcher(text);
		final String path = form.matches() ? form.group(3) : text;
		final String name = path.substring(path.lastIndexOf('/') + 1);
		try {
			return form.matches() ? URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8) : name; //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException _) {
			return name; // a percent sign that begins nothing stands for itself
		}
	}

	/** The URL without what may be a secret in it: user and password, the query, the fragment. Any other text as it is. */
	public static String redacted(String text) {
		final var form = FORM.matcher(text);
		if (!form.matches()) {
			return text;
		}
		final String authority = form.group(2);
		final boolean query = form.group(4) != null && form.group(4).length() > 1;
		return form.group(1) + "://" + authority.substring(authority.lastIndexOf('@') + 1) + form.group(3) + (query ? '?' + HIDDEN : ""); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
