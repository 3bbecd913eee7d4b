package dev.benchtop.power.http;

import java.util.Map;

import dev.benchtop.core.driver.Option;

/**
 * How the switch is asked how it stands.
 *
 * @param path where in the JSON of the answer it is said; empty where the answer is but a word
 * @param on what it says where it is on; empty for the usual words
 */
public record HttpState(@Option(required = true) String url,
		@Option(value = "GET", proposals = {"GET", "POST", "PUT", "PATCH"}) String method,
		@Option String data, @Option(advanced = true) Map<String, String> headers,
		@Option String path, @Option(key = "on_value") String on) {

	@Override
	public String toString() {
		return endpoint().toString();
	}

	HttpEndpoint endpoint() {
		return new HttpEndpoint(url, method, data, headers);
	}
}
