package dev.benchtop.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
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
	private volatile Power.State state = Power.State.OFF;
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
		final var children = new LinkedHashMap<String, NodeShape>();
		children.put("power", NodeShape.of(Power.class));
		children.put("console", NodeShape.of(Console.class));
		children.put("flasher", new NodeShape(Set.of(Flasher.class), List.of("root"), Map.of()));
		return new NodeShape(Set.of(), List.of(), children);
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
		final var power = new Switch(context);
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				return Optional.empty();
			}

			@Override
			public Map<String, Driver> children() {
				return Map.of("power", Driver.of(power), "console", Driver.of(console), "flasher", Driver.of(flasher));
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

		private final DriverContext context;

		Switch(DriverContext context) {
			this.context = context;
			set(state);
		}

		private void set(State next) {
			state = next;
			context.publish("power", new NodeState(next == State.ON ? NodeState.Level.ON : NodeState.Level.OFF, next.name().toLowerCase(Locale.ROOT), ""));
		}

		@Override
		public void on(CancelToken cancel) {
			set(State.ON);
		}

		@Override
		public void off(CancelToken cancel) {
			set(State.OFF);
		}

		@Override
		public State state() {
			return state;
		}

		@Override
		public Optional<Readings> readings(CancelToken cancel) {
			return Optional.of(new Readings(5.1, 0.5, 2.55));
		}
	}
}
