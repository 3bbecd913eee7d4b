package dev.benchtop.power.http;

import java.util.Map;

import dev.benchtop.core.driver.Option;

/**
 * One request.
 *
 * @param data the body of a POST, PUT or PATCH
 */
public record HttpEndpoint(@Option(required = true) String url,
		@Option(value = "GET", proposals = {"GET", "POST", "PUT", "PATCH"}) String method,
		@Option String data, @Option(advanced = true) Map<String, String> headers) {

	/** The URL without what nobody has to see. */
	@Override
	public String toString() {
		return HttpCaller.shown(url);
	}

	/** A plain GET. */
	static HttpEndpoint get(String url) {
		return new HttpEndpoint(url, "GET", "", Map.of()); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
