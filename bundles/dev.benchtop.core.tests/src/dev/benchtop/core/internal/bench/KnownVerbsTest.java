package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.NodeShape;

/** The verbs of hardware that takes its time. */
class KnownVerbsTest {

	record Nothing() {
	}

	/** Answers only as often as it is allowed to. */
	private static final class SlowPower implements Power {

		final Semaphore answers = new Semaphore(0);
		volatile State state = State.OFF;
		volatile DriverContext context;

		@Override
		public void on(CancelToken cancel) {
			state = State.ON;
		}

		@Override
		public void off(CancelToken cancel) {
			state = State.OFF;
		}

		@Override
		public State state() {
			answers.acquireUninterruptibly();
			return state;
		}
	}

	@TempDir
	Path temporary;
	private final SlowPower power = new SlowPower();
	private final BlockingQueue<BenchEvent> events = new LinkedBlockingQueue<>();
	private BenchFixture fixture;
	private BenchModel bench;

	@BeforeEach
	void open() throws Exception {
		fixture = new BenchFixture(temporary).board("desk", "plug: {type: slow}");
		final var factory = new DriverFactory<Nothing>() {
			@Override
			public String type() {
				return "slow";
			}

			@Override
			public Class<Nothing> configType() {
				return Nothing.class;
			}

			@Override
			public NodeShape describe(Nothing config) {
				return NodeShape.of(Power.class);
			}

			@Override
			public Driver create(DriverContext context, Nothing config) {
				power.context = context;
				return Driver.of(power);
			}
		};
		final var all = fixture.surroundings;
		bench = new BenchModel(fixture.folder, new Surroundings(new DriverRegistry(List.of(factory)), all.places(), all.trust(), all.variables()), false);
		bench.subscribe(events::add);
	}

	@AfterEach
	void close() {
		power.answers.release(1000);
		bench.close();
		fixture.close();
	}

	private Node plug() {
		return bench.findBoard("desk").orElseThrow().node("plug").orElseThrow();
	}

	@Test
	void nobodyWaitsForHardware() throws Exception {
		assertEquals(List.of(), plug().knownVerbs(), "no driver yet");
		plug().use(Power.class);
		assertEquals(List.of(), plug().knownVerbs(), "it has not answered");
		assertTrue(events.isEmpty());
		power.answers.release();
		assertEquals(new BenchEvent.StateChanged("desk", "plug", NodeState.UNKNOWN), events.take());
		assertEquals(List.of(Optional.empty(), Optional.of("The power is off already"), Optional.empty()), reasons());
	}

	@Test
	void isAskedAgainOnceTheNodeStandsDifferently() throws Exception {
		plug().use(Power.class);
		power.answers.release();
		plug().knownVerbs();
		events.take();
		power.on(CancelToken.none());
		power.context.publish("", new NodeState(NodeState.Level.ON, "on", ""));
		assertEquals(NodeState.Level.ON, ((BenchEvent.StateChanged) events.take()).state().level());
		power.answers.release(1000);
		plug().knownVerbs();
		while (reasons().getFirst().isEmpty()) {
			events.take();
		}
		assertEquals(List.of(Optional.of("The power is on already"), Optional.empty(), Optional.empty()), reasons());
	}

	private List<Optional<String>> reasons() {
		return plug().knownVerbs().stream().map(verb -> verb.whyNot()).toList();
	}
}
