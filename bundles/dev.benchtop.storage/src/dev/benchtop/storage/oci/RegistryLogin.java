package dev.benchtop.storage.oci;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.http.Call;
import dev.benchtop.storage.http.HttpEngine;
import dev.benchtop.storage.http.HttpReply;
import dev.benchtop.storage.http.Url;

/** How a registry is told who asks: by a bearer token that a server hands out (distribution specification, token authentication), or by a password. */
final class RegistryLogin {

	private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,\"]+))"); //$NON-NLS-1$
	private static final String AUTHORIZATION = "Authorization"; //$NON-NLS-1$

	private final HttpEngine engine;
	private final String repository;
	private final Optional<Credentials> credentials;
	private volatile String authorization;

	RegistryLogin(HttpEngine engine, String repository, Optional<Credentials> credentials) {
		this.engine = engine;
		this.repository = repository;
		this.credentials = credentials;
	}

	/** The call with what the registry wants to see, as far as that is known. */
	Call sign(Call call) {
		return authorization == null ? call : call.with(AUTHORIZATION, authorization);
	}

	/** Gets what a registry wants that said 401. */
	void answer(HttpReply refusal) throws BackendException {
		for (final String challenge : refusal.headers("WWW-Authenticate")) { //$NON-NLS-1$
			final String scheme = challenge.split("\\s", 2)[0].toLowerCase(Locale.ROOT); //$NON-NLS-1$
			if (scheme.equals("bearer")) { //$NON-NLS-1$
				authorization = "Bearer " + token(refusal.url(), parameters(challenge)); //$NON-NLS-1$
				return;
			}
			if (scheme.equals("basic") && credentials.isPresent() && !credentials.get().isToken()) { //$NON-NLS-1$
				authorization = basic(credentials.get());
				return;
			}
		}
		refusal.check();
	}

	private static Map<String, String> parameters(String challenge) {
		final Map<String, String> all = new LinkedHashMap<>();
		PARAMETER.matcher(challenge).results()
				.forEach(found -> all.put(found.group(1).toLowerCase(Locale.ROOT), found.group(2) == null ? found.group(3) : found.group(2)));
		return all;
	}

	private String token(Url registry, Map<String, String> challenge) throws BackendException {
		final Url realm = registry.resolve(challenge.getOrDefault("realm", "")); //$NON-NLS-1$ //$NON-NLS-2$
		if (registry.secure() && !realm.secure()) {
			throw new BackendException(Kind.DENIED, NLS.bind(Messages.RegistryLogin_downgrade, realm));
		}
		final Map<String, String> wanted = new LinkedHashMap<>();
		wanted.put("service", challenge.getOrDefault("service", "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		wanted.put("scope", challenge.getOrDefault("scope", "repository:" + repository + ":pull")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		try (HttpReply reply = engine.send(request(realm, wanted)).check(); var body = reply.body()) {
			final JsonObject json = JsonParser.parseString(new String(body.readNBytes(1 << 20), StandardCharsets.UTF_8)).getAsJsonObject();
			final var token = json.has("token") ? json.get("token") : json.get("access_token"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			if (token == null || !token.isJsonPrimitive()) {
				throw new BackendException(Kind.DENIED, NLS.bind(Messages.RegistryLogin_noToken, realm.origin()));
			}
			return token.getAsString();
		} catch (BackendException e) {
			throw e;
		} catch (IOException | JsonParseException | IllegalStateException e) {
			throw new BackendException(Kind.DENIED, NLS.bind(Messages.RegistryLogin_noToken, realm.origin()), e);
		}
	}

	private Call request(Url realm, Map<String, String> wanted) throws BackendException {
		if (credentials.isPresent() && credentials.get().isToken()) {
			wanted.put("grant_type", "refresh_token"); //$NON-NLS-1$ //$NON-NLS-2$
			wanted.put("client_id", "benchtop"); //$NON-NLS-1$ //$NON-NLS-2$
			wanted.put("refresh_token", credentials.get().secret().reveal()); //$NON-NLS-1$
			return new Call("POST", realm, Map.of("Content-Type", "application/x-www-form-urlencoded"), BodyPublishers.ofString(form(wanted)), true); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		final Call call = Call.get(realm.resolve('?' + realm.query().map(query -> query + '&').orElse("") + form(wanted))); //$NON-NLS-1$
		return credentials.isPresent() ? call.with(AUTHORIZATION, basic(credentials.get())) : call;
	}

	private static String form(Map<String, String> values) {
		return values.entrySet().stream().filter(value -> !value.getValue().isEmpty())
				.map(value -> value.getKey() + '=' + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")); //$NON-NLS-1$
	}

	private static String basic(Credentials login) {
		final String pair = login.user() + ':' + login.secret().reveal();
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
	}
}
