package dev.benchtop.power.http;

import java.time.Duration;
import java.util.Optional;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: http-power}: a plug that is known, or any URLs.
 *
 * @param name the name of the device, for the eye
 * @param host name or address of a known plug
 * @param channel which of its switches; Shelly counts from 0, Tasmota from 1
 * @param insecure takes any certificate for the plug's
 */
public record HttpPowerConfig(@Option("custom") Preset preset, @Option String host, @Option(value = "0", min = 0, max = 64) int channel,
		@Option(key = "power_on") HttpEndpoint on, @Option(key = "power_off") HttpEndpoint off,
		@Option(key = "power_state") HttpState state, @Option(key = "power_read") HttpReadings readings,
		@Option HttpAuth auth, @Option(value = "5s", advanced = true) Duration timeout,
		@Option(value = "false", advanced = true) boolean insecure, @Option(advanced = true) String name) {

	/** @throws IllegalArgumentException where it is not said how to switch */
	public HttpPowerConfig {
		if (preset == Preset.CUSTOM && (on == null || off == null)) {
			throw new IllegalArgumentException(Messages.HttpPowerConfig_noUrls);
		}
		if (preset != Preset.CUSTOM && host.isBlank()) {
			throw new IllegalArgumentException(Messages.HttpPowerConfig_noHost);
		}
	}

	/** What is asked; what the file says comes before what the preset knows. */
	Requests requests() {
		final var known = preset.requests(host, channel, user());
		return new Requests(on != null ? on : known.orElseThrow().on(), off != null ? off : known.orElseThrow().off(),
				Optional.ofNullable(state).or(() -> known.flatMap(Requests::state)), Optional.ofNullable(readings).or(() -> known.flatMap(Requests::readings)));
	}

	private Optional<HttpAuth.User> user() {
		return Optional.ofNullable(auth).map(who -> who.basic() != null ? who.basic() : who.digest());
	}

	/** What the eye knows it by. */
	String label() {
		return !name.isBlank() ? name : preset != Preset.CUSTOM ? host : HttpCaller.shown(on.url());
	}
}
