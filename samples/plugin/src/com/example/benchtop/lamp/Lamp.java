package com.example.benchtop.lamp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;

/** One lamp of a board. */
final class Lamp implements Driver {

	private final Relay relay;
	private final Duration blink;

	Lamp(DriverContext context, LampConfig config) {
		this.relay = new Relay(context, config.file(), config.inverted());
		this.blink = config.blink();
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type == Power.class ? Optional.of(type.cast(relay)) : Optional.empty();
	}

	/** What a lamp can do beyond being switched on and off. */
	@Override
	public List<Verb> verbs() {
		final Optional<String> whyNot = relay.state() == Power.State.ON ? Optional.of("the lamp is on") : Optional.empty();
		return List.of(new Verb("blink", "Blink", List.of(new Verb.Parameter("times", "How often", int.class, "3")), Verb.Danger.NONE, whyNot, this::blink));
	}

	private void blink(Map<String, Object> values, Progress progress) throws BenchException {
		for (int times = (int) values.get("times"); times > 0; times--) {
			progress.message(times + " to go");
			relay.on(progress.token());
			relay.cycle(blink, progress.token());
			relay.off(progress.token());
		}
	}
}
