package dev.benchtop.power.http;

import java.util.Map;

import dev.benchtop.core.driver.Option;

/** How the meter is read: paths into the JSON of the answer; an empty one is {@code voltage}, {@code current} or {@code power}, where that is there. */
public record HttpReadings(@Option(required = true) String url,
		@Option(value = "GET", proposals = {"GET", "POST", "PUT", "PATCH"}) String method,
		@Option String data, @Option(advanced = true) Map<String, String> headers,
		@Option(key = "voltage_path") String voltage, @Option(key = "current_path") String current, @Option(key = "power_path") String power) {

	@Override
	public String toString() {
		return endpoint().toString();
	}

	HttpEndpoint endpoint() {
		return new HttpEndpoint(url, method, data, headers);
	}
}
