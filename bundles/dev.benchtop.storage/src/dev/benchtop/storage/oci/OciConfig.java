package dev.benchtop.storage.oci;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/** The configuration of a storage that is an artifact of a registry or of a layout on disk. */
public record OciConfig(
		@Option(required = true) String reference,
		@Option String username,
		@Option Secret password,
		@Option(proposals = {"linux/amd64", "linux/arm64"}) String platform,
		@Option(key = "plain-http", value = "false", advanced = true) boolean plainHttp,
		@Option(advanced = true) Path cacert,
		@Option(advanced = true) Secret proxy,
		@Option(value = "false", advanced = true) boolean insecure,
		@Option(value = "30s", advanced = true) Duration timeout) {

	/** The reference alone, all else as it is usual. */
	static OciConfig of(String reference) {
		return new OciConfig(reference, null, null, null, false, null, null, false, Duration.ofSeconds(30));
	}
}
