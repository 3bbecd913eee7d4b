package com.example.benchtop.lamp;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.driver.Option;

/** The keys under {@code config:}. Their labels and help stand in {@code OSGI-INF/l10n/bundle.properties}. */
public record LampConfig(
		@Option(required = true) Path file,
		@Option(value = "false", advanced = true) boolean inverted,
		@Option(value = "200ms") Duration blink) {
}
