package dev.benchtop.storage.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, before it is known where redirects lead.
 *
 * @param headers beyond those of the settings; they win over them
 * @param body what is sent
 * @param repeatable whether it may be sent again after a failure or a redirect
 */
public record Call(String method, Url url, Map<String, String> headers, BodyPublisher body, boolean repeatable) {

	public static Call get(Url url) {
		return new Call("GET", url, Map.of(), BodyPublishers.noBody(), true); //$NON-NLS-1$
	}

	public static Call head(Url url) {
		return new Call("HEAD", url, Map.of(), BodyPublishers.noBody(), true); //$NON-NLS-1$
	}

	/** The same with one header more. */
	public Call with(String header, String value) {
		final Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(header, value);
		return new Call(method, url, more, body, repeatable);
	}
}
