package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Option;
import dev.benchtop.core.driver.Verb;

/** Driver types without hardware; {@link #log} holds what was made and closed, in order. */
public final class TestDrivers {

	public enum Arch {
		AARCH64, X86_64, U_BOOT
	}

	public record Disk(@Option(required = true) Path file, ByteSize size, @Option("true") boolean writable) {
	}

	public record MachineConfig(@Option(required = true) Arch arch, @Option(value = "1", min = 1, max = 64) int smp, @Option("512M") ByteSize mem,
			@Option(value = "none", proposals = {"none", "uefi"}) String firmware, Path kernel, @Option("[-nodefaults, -no-reboot]") List<String> args,
			Map<String, Disk> disks, @Option(key = "wait", value = "2s", advanced = true) Duration patience, @Option(alias = "kwargs") Map<String, String> options,
			long address, boolean kvm, Secret password, @Option(key = "class") String kind, @Option("{file: root.img}") Disk root) {

		public MachineConfig {
			if (smp == 13) {
				throw new IllegalArgumentException("13 processors bring bad luck");
			}
		}
	}

	public record RelayConfig(@Option(alias = "url", proposals = "http://relay") String host, Secret password) {
	}

	public record PlainConfig(String text) {
	}

	public final List<String> log = Collections.synchronizedList(new ArrayList<>());
	public final Map<String, Object> configs = new LinkedHashMap<>();
	public final Map<String, DriverContext> contexts = new LinkedHashMap<>();
	public volatile boolean relayBroken;

	public List<DriverFactory<?>> factories() {
		return List.of(machine(), relay(), needy());
	}

	/** Brings {@code power}, {@code display} and {@code net.ssh}. */
	private DriverFactory<MachineConfig> machine() {
		return new Factory<>("machine", MachineConfig.class, Set.of("jumpstarter_driver_test.driver.Machine")) {
			@Override
			public NodeShape describe(MachineConfig config) {
				final Map<String, NodeShape> children = new LinkedHashMap<>();
				children.put("power", NodeShape.of(Power.class));
				children.put("display", NodeShape.of(Display.class));
				children.put("net", new NodeShape(Set.of(), List.of(), Map.of("ssh", NodeShape.of(NetworkPort.class))));
				return new NodeShape(Set.of(), List.of(), children);
			}

			@Override
			protected Driver make(DriverContext context) {
				final Map<String, Driver> children = Map.of("power", Driver.of(new Switch(context, "power")), "display",
						Driver.of((Display) () -> null), "net", parent(Map.of("ssh", Driver.of((NetworkPort) () -> null))));
				return parent(children);
			}
		};
	}

	/** Offers a power switch, beside others where that is its host. */
	private DriverFactory<RelayConfig> relay() {
		return new Factory<>("relay", RelayConfig.class, Set.of("jumpstarter_driver_test.driver.Relay")) {
			@Override
			public NodeShape describe(RelayConfig config) {
				final var shape = NodeShape.of(Power.class);
				return "beside".equals(config.host()) ? shape.besides() : shape;
			}

			@Override
			protected Driver make(DriverContext context) throws BenchException {
				if (relayBroken) {
					throw BenchException.failed("No relay").why("unplugged").next("Plug it in").build();
				}
				return Driver.of(new Switch(context, ""));
			}
		};
	}

	/** Offers a storage and needs the power of its child {@code power}, or of the node in {@code text}. */
	private DriverFactory<PlainConfig> needy() {
		return new Factory<>("needy", PlainConfig.class, Set.of()) {
			@Override
			public NodeShape describe(PlainConfig config) {
				if (config.text().equals("explode")) {
					throw new IllegalStateException("bang");
				}
				return NodeShape.of(Storage.class);
			}

			@Override
			protected Driver make(DriverContext context) throws BenchException {
				final String sibling = ((PlainConfig) configs.get(context.node())).text();
				if (sibling.isEmpty()) {
					context.child("power", Power.class).orElseThrow(() -> BenchException.failed("No power").build());
				} else {
					context.sibling(sibling, Storage.class);
				}
				return Driver.of(new NoStorage());
			}
		};
	}

	private static Driver parent(Map<String, Driver> children) {
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				return Optional.empty();
			}

			@Override
			public Map<String, Driver> children() {
				return children;
			}

			@Override
			public List<Verb> verbs() {
				return List.of(new Verb("reset", "Reset", List.of(), Verb.Danger.DESTROYS, Optional.empty(), (values, progress) -> { }));
			}
		};
	}

	/** A power switch that publishes its state. */
	public static final class Switch implements Power {
		private final DriverContext context;
		private final String child;
		private State state = State.OFF;

		Switch(DriverContext context, String child) {
			this.context = context;
			this.child = child;
			context.publish(child, new NodeState(Level.OFF, "off", ""));
		}

		@Override
		public void on(CancelToken cancel) {
			state = State.ON;
			context.publish(child, new NodeState(Level.ON, "on", ""));
		}

		@Override
		public void off(CancelToken cancel) {
			state = State.OFF;
			context.publish(child, new NodeState(Level.OFF, "off", ""));
		}

		@Override
		public State state() {
			return state;
		}
	}

	private abstract class Factory<C extends Record> implements DriverFactory<C> {
		private final String type;
		private final Class<C> configType;
		private final Set<String> aliases;

		Factory(String type, Class<C> configType, Set<String> aliases) {
			this.type = type;
			this.configType = configType;
			this.aliases = aliases;
		}

		protected abstract Driver make(DriverContext context) throws BenchException;

		@Override
		public String type() {
			return type;
		}

		@Override
		public Class<C> configType() {
			return configType;
		}

		@Override
		public Set<String> aliases() {
			return aliases;
		}

		@Override
		public Driver create(DriverContext context, C config) throws BenchException {
			configs.put(context.node(), config);
			contexts.put(context.node(), context);
			final var driver = make(context);
			log.add("+" + context.board() + "/" + context.node());
			return new Driver() {
				@Override
				public <T extends Capability> Optional<T> capability(Class<T> wanted) {
					return driver.capability(wanted);
				}

				@Override
				public Map<String, Driver> children() {
					return driver.children();
				}

				@Override
				public List<Verb> verbs() {
					return driver.verbs();
				}

				@Override
				public void close() {
					log.add("-" + context.board() + "/" + context.node());
				}
			};
		}
	}
}
