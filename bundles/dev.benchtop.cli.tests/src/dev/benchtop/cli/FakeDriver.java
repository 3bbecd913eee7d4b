package dev.benchtop.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Option;
import dev.benchtop.core.driver.Verb;

/** The driver type {@code fake}: a board in memory that is the same in every command of a test. */
public final class FakeDriver implements DriverFactory<FakeDriver.Config> {

	/** @param broken why it cannot be made */
	public record Config(@Option String broken, @Option(value = "low", proposals = {"low", "high"}) String level, @Option(value = "2") int lamps) {
	}

	private final FakeFlasher flasher = new FakeFlasher();
	private final FakeLine line = new FakeLine();
	private volatile Power.State power = Power.State.OFF;
	private volatile String erased = "";

	@Override
	public String type() {
		return "fake";
	}

	@Override
	public Class<Config> configType() {
		return Config.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("example.Fake");
	}

	@Override
	public NodeShape describe(Config config) {
		return new NodeShape(Set.of(), List.of(), Map.of("power", NodeShape.of(Power.class), "console", NodeShape.of(Console.class),
				"flasher", new NodeShape(Set.of(Flasher.class), List.of("root"), Map.of())));
	}

	/** What was last given to the verb {@code erase}. */
	public String erased() {
		return erased;
	}

	public FakeFlasher flasher() {
		return flasher;
	}

	@Override
	public Driver create(DriverContext context, Config config) throws BenchException {
		if (config.broken() != null && !config.broken().isEmpty()) {
			throw BenchException.failed("The fake is broken").where(context.board()).why(config.broken()).next("Mend it.").build();
		}
		final var console = new ConsoleLine(context.node() + ".console", line, context.state().resolve("console.log"), context.lock(),
				"console:" + context.node());
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				return Optional.empty();
			}

			@Override
			public Map<String, Driver> children() {
				return Map.of("power", Driver.of(new Switch()), "console", Driver.of(console), "flasher", Driver.of(flasher));
			}

			@Override
			public List<Verb> verbs() {
				return List.of(new Verb("erase", "Erase", List.of(new Verb.Parameter("blocks", "Blocks", int.class, "8")), Verb.Danger.DESTROYS,
						Optional.empty(), (values, progress) -> erased = "blocks " + values.get("blocks")));
			}

			@Override
			public void close() {
				console.close();
			}
		};
	}

	private final class Switch implements Power {

		@Override
		public void on(CancelToken cancel) {
			power = State.ON;
		}

		@Override
		public void off(CancelToken cancel) {
			power = State.OFF;
		}

		@Override
		public State state() {
			return power;
		}

		@Override
		public Optional<Readings> readings() {
			return Optional.of(new Readings(5.1, 0.5, 2.55));
		}
	}
}
