package dev.benchtop.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;

/** The driver type {@code machine}: a board that is a program, and keeps snapshots in memory; the same in every command of a test. */
public final class FakeMachine implements DriverFactory<FakeMachine.Config> {

	/** Nothing to configure. */
	public record Config() {
	}

	private final List<String> done = new ArrayList<>();
	private final Kept kept = new Kept();

	/** What was done, in order. */
	public List<String> done() {
		return List.copyOf(done);
	}

	@Override
	public String type() {
		return "machine";
	}

	@Override
	public Class<Config> configType() {
		return Config.class;
	}

	@Override
	public NodeShape describe(Config config) {
		final var children = new LinkedHashMap<String, NodeShape>();
		children.put("power", NodeShape.of(Power.class));
		children.put("snapshots", NodeShape.of(Snapshots.class));
		return new NodeShape(Set.of(CommandLine.class), List.of(), children);
	}

	@Override
	public Driver create(DriverContext context, Config config) {
		final var own = Driver.of(new Line());
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				return own.capability(type);
			}

			@Override
			public Map<String, Driver> children() {
				return Map.of("power", Driver.of(new Switch()), "snapshots", Driver.of(kept));
			}

			@Override
			public List<Verb> verbs() {
				final var size = new Parameter("size", "Size", ByteSize.class, "4G");
				return List.of(
						new Verb("resize-disk", "Resize Disk", List.of(new Parameter("target", "Disk", String.class, "root"), size), Danger.NONE, Optional.empty(),
								(values, _) -> done.add("disk " + values.get("target") + ' ' + values.get("size"))),
						new Verb("resize-memory", "Set Memory", List.of(size), Danger.NONE, Optional.empty(), (values, _) -> done.add("memory " + values.get("size"))));
			}
		};
	}

	private static final class Line implements CommandLine {

		@Override
		public List<String> commandLine() {
			return List.of("/usr/bin/machine", "-name", "a b");
		}

		@Override
		public String script() {
			return "#!/bin/sh\nexec machine\n";
		}
	}

	private static final class Kept implements Snapshots {

		private final List<Snapshot> all = new ArrayList<>();
		private Optional<String> current = Optional.empty();

		@Override
		public Tree tree() {
			return new Tree(all, current);
		}

		@Override
		public void save(String name, String note, Progress progress) {
			all.add(new Snapshot(name, current, Instant.EPOCH, all.isEmpty(), 5, note, Optional.of(Path.of("/p.png"))));
			current = Optional.of(name);
		}

		@Override
		public void load(String name, Progress progress) {
			current = Optional.of(name);
		}

		@Override
		public void delete(String name, Progress progress) {
			all.removeIf(snapshot -> snapshot.name().equals(name));
		}
	}

	private final class Switch implements Power {

		@Override
		public void on(CancelToken cancel) {
			done.add("on");
		}

		@Override
		public void off(CancelToken cancel) {
			done.add("off");
		}

		@Override
		public State state() {
			return State.ON;
		}

		@Override
		public List<Verb> verbs() {
			return List.of(new Verb("pause", "Pause", List.of(), Danger.INTERRUPTS, Optional.empty(), (_, _) -> done.add("pause")),
					new Verb("resume", "Resume", List.of(), Danger.NONE, Optional.of("It is not paused"), (_, _) -> done.add("resume")));
		}
	}
}
