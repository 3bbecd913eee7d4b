package dev.benchtop.storage.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/**
 * The proxies that are to be used: one for all, or those of the environment, which are {@code http_proxy}, {@code https_proxy} and
 * {@code all_proxy}, but not for the hosts of {@code no_proxy} nor for this machine.
 */
final class Proxies extends ProxySelector {

	static {
		if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) { //$NON-NLS-1$
			System.setProperty("jdk.http.auth.tunneling.disabledSchemes", ""); // a proxy's password is sent to it for https too, as curl does //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private final Optional<Url> plain;
	private final Optional<Url> secure;
	private final List<String> without;

	private Proxies(Optional<Url> plain, Optional<Url> secure, List<String> without) {
		this.plain = plain;
		this.secure = secure;
		this.without = without;
	}

	/** One proxy for everything. */
	static Proxies one(Secret address) throws BackendException {
		final var proxy = Optional.of(proxy(address.reveal()));
		return new Proxies(proxy, proxy, List.of());
	}

	/** What the environment says. */
	static Proxies of(Map<String, String> environment) throws BackendException {
		final String none = variable(environment, "no_proxy").orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		final var without = List.of(none.toLowerCase(Locale.ROOT).strip().split("[,\\s]+")); //$NON-NLS-1$
		// HTTP_PROXY in capitals may be a header of a CGI request, and is not looked at by others either
		final var plain = Optional.ofNullable(environment.get("http_proxy")).filter(text -> !text.isBlank()) //$NON-NLS-1$
				.or(() -> variable(environment, "all_proxy")); //$NON-NLS-1$
		final var secure = variable(environment, "https_proxy").or(() -> variable(environment, "all_proxy")); //$NON-NLS-1$ //$NON-NLS-2$
		return new Proxies(plain.isPresent() ? Optional.of(proxy(plain.get())) : Optional.empty(),
				secure.isPresent() ? Optional.of(proxy(secure.get())) : Optional.empty(), without);
	}

	private static Optional<String> variable(Map<String, String> environment, String name) {
		return Optional.ofNullable(environment.get(name)).or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
				.filter(text -> !text.isBlank());
	}

	private static Url proxy(String address) throws BackendException {
		try {
			final Url url = Url.parse(address.contains("://") ? address : "http://" + address); //$NON-NLS-1$ //$NON-NLS-2$
			if (!url.secure()) {
				return url;
			}
		} catch (BackendException e) {
			throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Proxies_wrong, e.getMessage()), e);
		}
		throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Proxies_wrong, Messages.Proxies_https));
	}

	private Optional<Url> proxy(String scheme, String host) {
		return isWithout(host.toLowerCase(Locale.ROOT)) ? Optional.empty() : scheme.equalsIgnoreCase("https") ? secure : plain; //$NON-NLS-1$
	}

	private boolean isWithout(String host) {
		if (without.isEmpty()) {
			return false;
		}
		return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || without.contains("*") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				|| without.stream().map(name -> name.startsWith(".") ? name.substring(1) : name).filter(name -> !name.isEmpty()) //$NON-NLS-1$
						.anyMatch(name -> host.equals(name) || host.endsWith('.' + name));
	}

	/** What has to be sent to the proxy of this URL, where it wants a password. */
	Optional<String> authorization(Url url) {
		return proxy(url.secure() ? "https" : "http", url.host()).flatMap(Url::login).map(Headers::basic); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public List<Proxy> select(URI uri) {
		return List.of(proxy(uri.getScheme(), uri.getHost())
				.map(proxy -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))).orElse(Proxy.NO_PROXY));
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		// the request fails with the same words
	}
}
