package dev.benchtop.uboot.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;
import dev.benchtop.uboot.bundle.FlasherBundles;
import dev.benchtop.uboot.dialogue.BootloaderOptions;

/**
 * The configuration of {@code type: uboot-flasher}.
 *
 * @param bundle the flasher bundle; empty for that of the type
 * @param variant the device tree; empty for the bundle's default
 * @param defaultTarget empty for the bundle's default
 * @param cacert a file of certificates that the board trusts an image's server by
 * @param headers sent by the board to an image's server
 * @param retries how often a stage that failed is tried again
 */
public record UbootFlasherConfig(@Option(alias = "flasher_bundle", proposals = {"ti-j784s4", "rcar-s4"}) String bundle,
		@Option(value = FlasherBundles.MANIFEST, advanced = true) String manifest, @Option String variant,
		@Option(key = "default_target") String defaultTarget, @Option("power-off") After after,
		@Option(key = "on_break", value = "power-off") After onBreak,
		@Option("{}") NetworkOptions network, @Option("{}") BootloaderOptions bootloader, @Option(value = "{}", advanced = true) Timeouts timeouts,
		@Option(value = "3", min = 0, max = 100, advanced = true) int retries, @Option(key = "retry_pause", value = "1s", advanced = true) Duration retryPause,
		@Option(value = "auto", advanced = true) Unpack unpack, @Option(value = "dd", advanced = true) Method method,
		@Option(value = "host", advanced = true) Fetch fetch, @Option(advanced = true) Path cacert,
		@Option(key = "insecure_tls", value = "false", advanced = true) boolean insecureTls, @Option(advanced = true) Map<String, Secret> headers,
		@Option(key = "bearer_token", advanced = true) Secret bearerToken) {

	/** What the board is left at. */
	public enum After {
		POWER_OFF, REBOOT,
		/** The prompt at which it is; the next flash goes on there. */
		KEEP
	}

	/** Who unpacks an image. */
	public enum Unpack {
		/** Whoever is faster. */
		AUTO, BOARD, HOST
	}

	/** What writes on the board. */
	public enum Method {
		DD, FLS,
		/** fls where the system of the flasher bundle has it. */
		AUTO
	}

	/** Who fetches an image that lies at a URL. */
	public enum Fetch {
		HOST, BOARD
	}
}
