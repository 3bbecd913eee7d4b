package dev.benchtop.storage.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/**
 * An HTTP address as it was written: path and query are never decoded and encoded again, so that a signed URL stays valid. What a URL may
 * not contain at all is percent-encoded. It prints itself without user and query, which may be secret.
 */
public final class Url {

	private static final Pattern PARTS = Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL); //$NON-NLS-1$
	private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::([0-9]*))?"); //$NON-NLS-1$
	private static final String HTTPS = "https"; //$NON-NLS-1$

	private final String scheme;
	private final String user;
	private final String host;
	private final int port;
	private final String path;
	private final String query;

	private Url(String scheme, String user, String host, int port, String path, String query) {
		this.scheme = scheme;
		this.user = user;
		this.host = host;
		this.port = port;
		this.path = path;
		this.query = query;
	}

	/** Reads an absolute {@code http:} or {@code https:} URL; its fragment is left out. */
	public static Url parse(String text) throws BackendException {
		final var parts = PARTS.matcher(text.strip());
		if (!parts.matches() || parts.group(1) == null || parts.group(2) == null) {
			throw unusable(Messages.Url_notAbsolute);
		}
		final String scheme = parts.group(1).toLowerCase(Locale.ROOT);
		if (!scheme.equals("http") && !scheme.equals(HTTPS)) { //$NON-NLS-1$
			throw unusable(NLS.bind(Messages.Url_scheme, scheme));
		}
		final var authority = AUTHORITY.matcher(parts.group(2));
		if (!authority.matches()) {
			throw unusable(Messages.Url_host);
		}
		final String path = parts.group(3).isEmpty() ? "/" : PercentCode.path(parts.group(3)); //$NON-NLS-1$
		final String query = parts.group(4) == null ? null : PercentCode.query(parts.group(4));
		final var url = new Url(scheme, authority.group(1), authority.group(2), port(authority.group(3), scheme), path, query);
		if (url.uri().getHost() == null) {
			throw unusable(Messages.Url_host);
		}
		return url;
	}

	private static int port(String digits, String scheme) throws BackendException {
		if (digits == null || digits.isEmpty()) {
			return scheme.equals(HTTPS) ? 443 : 80;
		}
		final int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
		if (port < 1 || port > 65535) {
			throw unusable(NLS.bind(Messages.Url_port, digits));
		}
		return port;
	}

	private static BackendException unusable(String words) {
		return new BackendException(BackendException.Kind.FAILED, words);
	}

	/** What a {@code Location} or a link in a page means here (RFC 3986, section 5.2). */
	public Url resolve(String reference) throws BackendException {
		final var parts = PARTS.matcher(reference.strip());
		if (!parts.matches()) {
			throw unusable(Messages.Url_notAbsolute);
		}
		if (parts.group(1) != null) {
			return parse(reference);
		}
		if (parts.group(2) != null) {
			return parse(scheme + ':' + reference.strip());
		}
		final String to = parts.group(3);
		final String newQuery = parts.group(4) == null ? null : PercentCode.query(parts.group(4));
		if (to.isEmpty()) {
			return new Url(scheme, user, host, port, path, parts.group(4) == null ? query : newQuery);
		}
		final String whole = to.startsWith("/") ? to : path.substring(0, path.lastIndexOf('/') + 1) + to; //$NON-NLS-1$
		return new Url(scheme, user, host, port, PercentCode.path(withoutDots(whole)), newQuery);
	}

	/** RFC 3986, section 5.2.4. */
	private static String withoutDots(String path) {
		final var names = new ArrayList<String>();
		final String[] all = path.substring(1).split("/", -1); //$NON-NLS-1$
		for (int i = 0; i < all.length; i++) {
			final boolean up = all[i].equals(".."); //$NON-NLS-1$
			final boolean dots = up || all[i].equals("."); //$NON-NLS-1$
			if (up && !names.isEmpty()) {
				names.removeLast();
			}
			if (!dots) {
				names.add(all[i]);
			} else if (i == all.length - 1) {
				names.add(""); //$NON-NLS-1$
			}
		}
		return '/' + String.join("/", names); //$NON-NLS-1$
	}

	/** The same as a folder: with a slash at the end of its path. */
	public Url folder() {
		return path.endsWith("/") ? this : new Url(scheme, user, host, port, path + '/', query); //$NON-NLS-1$
	}

	/** What lies below this folder; {@code key} has plain names between slashes. The query stays, as signed folders want it. */
	public Url child(String key) {
		return new Url(scheme, user, host, port, folder().path + PercentCode.encode(key), query);
	}

	/** Whether a request to the other one goes to the same server: scheme, host and port (RFC 6454, section 4). */
	public boolean sameOrigin(Url other) {
		return scheme.equals(other.scheme) && host.equalsIgnoreCase(other.host) && port == other.port;
	}

	public boolean secure() {
		return scheme.equals(HTTPS);
	}

	/** The host as it is written in a URL, an IPv6 address in brackets. */
	public String host() {
		return host;
	}

	/** The port, 80 or 443 where none is written. */
	public int port() {
		return port;
	}

	/** The path as it goes over the wire, beginning with a slash. */
	public String path() {
		return path;
	}

	public Optional<String> query() {
		return Optional.ofNullable(query);
	}

	/** User and password, where the URL has them. */
	public Optional<HttpSettings.Login> login() {
		if (user == null) {
			return Optional.empty();
		}
		final int colon = user.indexOf(':');
		return Optional.of(new HttpSettings.Login(plain(colon < 0 ? user : user.substring(0, colon)),
				new Secret(colon < 0 ? "" : plain(user.substring(colon + 1))))); //$NON-NLS-1$
	}

	private static String plain(String part) {
		try {
			return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			return part; // a password with a percent sign that begins no code is meant as it stands
		}
	}

	/** The last name of the path, decoded where it can be a file's name; the host where the path has none. */
	public String name() {
		final String trimmed = path.replaceAll("/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final String raw = trimmed.substring(trimmed.lastIndexOf('/') + 1);
		return raw.isEmpty() ? host : PercentCode.decodeName(raw).orElse(raw);
	}

	/** What is sent over the wire: without user, query and percent codes as they were written. */
	public URI uri() {
		return URI.create(origin() + path + (query == null ? "" : '?' + query)); //$NON-NLS-1$
	}

	/** Scheme, host and, where it is not the usual one, port. */
	public String origin() {
		return scheme + "://" + host + (port == (secure() ? 443 : 80) ? "" : ":" + port); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** A text of a server without what is secret of this URL. */
	String scrub(String text) {
		String clean = query == null || query.length() < 4 ? text : text.replace(query, "\u2026"); //$NON-NLS-1$
		if (user != null) {
			clean = clean.replace(user + '@', ""); //$NON-NLS-1$
		}
		return clean;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Url url && sameOrigin(url) && path.equals(url.path) && Objects.equals(query, url.query)
				&& Objects.equals(user, url.user);
	}

	@Override
	public int hashCode() {
		return Objects.hash(host.toLowerCase(Locale.ROOT), port, path);
	}

	/** The URL for people: without user, with dots for the query. */
	@Override
	public String toString() {
		return origin() + path + (query == null ? "" : "?\u2026"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
