package dev.benchtop.storage.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/** The configuration of an HTTP storage. */
public record HttpConfig(
		@Option(required = true, alias = "url") String endpoint,
		@Option String username,
		@Option Secret password,
		@Option Secret token,
		@Option(advanced = true) Map<String, Secret> headers,
		@Option(advanced = true) Path cacert,
		@Option(advanced = true) Secret proxy,
		@Option(value = "false", advanced = true) boolean insecure,
		@Option(value = "false", advanced = true) boolean downgrade,
		@Option(value = "30s", advanced = true) Duration timeout) {
}
