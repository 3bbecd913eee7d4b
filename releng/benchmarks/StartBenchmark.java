package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Places;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEvent.StateChanged;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.image.Imaging;

/** Measures how soon virtual boards are on, fail, are seen to have ended and are found again; see README.md. */
public final class StartBenchmark {

	private static final String BOARD = "board";
	private static final String BENCH = """
			apiVersion: benchtop.dev/v1
			kind: Board
			metadata: {name: board}
			export:
			  machine: {type: qemu, config: {%s, display: false, disks: {root: {size: 64M}}}}
			""";
	private static final String PLAIN = "arch: x86_64, firmware: none, accel: tcg";
	private static final String UBOOT = "arch: aarch64, firmware: u-boot, accel: tcg";
	private static final String AUTOMATIC = "arch: x86_64, firmware: none, accel: auto";
	private static final String WRONG = PLAIN + ", args: [-device, flux-capacitor]";
	/** QEMU as it is where KVM is there and gives up at the first instruction. */
	private static final String NO_KVM = """
			#!/bin/sh
			case "$*" in *"-accel kvm"*) echo "error: failed to set MSR 0x10a to 0x0" >&2; exit 1;; esac
			exec %s "$@"
			""";

	private final Path folder;
	private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

	private StartBenchmark(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] arguments) throws Exception {
		if (arguments[0].equals("child")) {
			new StartBenchmark(Path.of(arguments[1])).bench(PLAIN, Host.system()).board(BOARD).find("", Power.class).use(Power.class).on(CancelToken.none());
			System.out.println("on");
			Thread.sleep(Long.MAX_VALUE);
		}
		final var benchmark = new StartBenchmark(Files.createTempDirectory("bt"));
		final int rounds = Integer.parseInt(arguments[0]);
		for (int round = 0; round <= rounds; round++) {
			benchmark.round();
			if (round == 0) {
				benchmark.seconds.clear();
			}
		}
		System.out.printf("%d rounds, %d cores%n%-62s %8s %8s %8s%n", rounds, Runtime.getRuntime().availableProcessors(), "seconds", "median", "longest", "aim");
		benchmark.seconds.forEach((what, times) -> {
			final double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
			final var parts = what.split("\\|");
			System.out.printf("%-62s %8.3f %8.3f %8s%n", parts[0], sorted[sorted.length / 2], sorted[sorted.length - 1], parts[1]);
		});
		benchmark.delete();
		System.exit(0);
	}

	private void round() throws Exception {
		start("Power on until QMP has let a PC go on|0.59", PLAIN, Host.system());
		start("Power on until QMP has let an arm64 board with U-Boot go on|0.59", UBOOT, Host.system());
		start("KVM fails at start: on with TCG, with a warning|5", AUTOMATIC, withoutKvm());
		wrong();
		killed();
		found();
	}

	private void start(String what, String config, Host host) throws Exception {
		try (var bench = bench(config, host)) {
			final Power power = power(bench);
			time(what, () -> power.on(CancelToken.none()));
			final var machine = bench.board(BOARD).node("machine").orElseThrow();
			while (!machine.state().word().equals("on")) {
				Thread.sleep(1); // on a busy machine it is told a little later
			}
			final var state = machine.state();
			if (config.equals(AUTOMATIC) != (state.level() == Level.WARNING)) {
				throw new IllegalStateException(state.toString());
			}
			power.off(CancelToken.none());
		}
	}

	private void wrong() throws Exception {
		try (var bench = bench(WRONG, Host.system())) {
			time("A bad argument fails with QEMU's words|3", () -> {
				try {
					power(bench).on(CancelToken.none());
					throw new IllegalStateException("it started");
				} catch (BenchException e) {
					if (!e.getMessage().contains("flux-capacitor")) {
						throw e;
					}
				}
			});
		}
	}

	private void killed() throws Exception {
		try (var bench = bench(PLAIN, Host.system())) {
			final Power power = power(bench);
			power.on(CancelToken.none());
			time("QEMU is killed until the board is shown as off|1", () -> await(bench, state -> state.word().equals("off"), this::kill));
			time("On works again after that|0.59", () -> power.on(CancelToken.none()));
			power.off(CancelToken.none());
		}
	}

	private void kill() throws IOException {
		try (var files = Files.walk(folder)) {
			final Path file = files.filter(each -> each.toString().endsWith(".pid")).findFirst().orElseThrow();
			ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow().destroyForcibly();
		}
	}

	private void found() throws Exception {
		final var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), StartBenchmark.class.getName(), "child", folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		if (!"on".equals(child.inputReader(StandardCharsets.UTF_8).readLine())) {
			throw new IllegalStateException("the other process did not start it");
		}
		child.destroyForcibly().waitFor();
		final var opened = new ArrayList<Bench>();
		time("Benchtop is killed: its board is found on by the next one|1", () -> {
			final var bench = bench(PLAIN, Host.system());
			opened.add(bench);
			await(bench, state -> state.word().equals("on"), () -> power(bench));
		});
		power(opened.getFirst()).off(CancelToken.none());
		opened.getFirst().close();
	}

	private interface Task {
		void run() throws Exception;
	}

	private void time(String what, Task task) throws Exception {
		final long start = System.nanoTime();
		task.run();
		seconds.computeIfAbsent(what, _ -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
	}

	/** Does something, and waits until the machine stands so; a state that it had before does not count. */
	private static void await(Bench bench, Predicate<NodeState> wanted, Task cause) throws Exception {
		final var seen = new CountDownLatch(1);
		try (var _ = bench.subscribe(event -> {
			if (event instanceof StateChanged change && change.node().equals("machine") && wanted.test(change.state())) {
				seen.countDown();
			}
		})) {
			cause.run();
			if (!seen.await(1, TimeUnit.MINUTES)) {
				throw new IllegalStateException("not seen");
			}
		}
	}

	private static Power power(Bench bench) throws BenchException {
		return bench.board(BOARD).find("", Power.class).use(Power.class);
	}

	private Host withoutKvm() throws IOException {
		final var real = Host.system();
		final Path programs = Files.createDirectories(folder.resolve("programs"));
		final Path program = Files.writeString(programs.resolve("qemu-system-x86_64"), NO_KVM.formatted(real.program("qemu-system-x86_64").orElseThrow()));
		if (!program.toFile().setExecutable(true)) {
			throw new IOException(program.toString());
		}
		final var all = new ArrayList<>(List.of(programs));
		all.addAll(real.programs());
		final Path device = folder.resolve("kvm");
		return new Host(Arch.X86_64, "flags\t: vmx\n", Files.exists(device) ? device : Files.createFile(device), all, real.firmware());
	}

	private Bench bench(String config, Host host) throws Exception {
		final Path bench = Files.createDirectories(folder.resolve("bench"));
		Files.writeString(bench.resolve("board.yaml"), BENCH.formatted(config));
		final Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", folder.toString()));
		for (final String place : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")) {
			environment.put(place, Files.createDirectories(folder.resolve(place.substring(4, 6))).toString());
		}
		final var places = new Places(environment);
		final var registry = new DriverRegistry(List.of(new QemuDriverFactory(Imaging.standard(), host)));
		final var opened = new BenchFolders(registry, new SecretStore(places.config()), places).open(bench, Benches.Mode.ONCE);
		opened.trust();
		return opened;
	}

	private void delete() throws IOException {
		try (var files = Files.walk(folder)) {
			for (final Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
				Files.delete(file);
			}
		}
	}
}
