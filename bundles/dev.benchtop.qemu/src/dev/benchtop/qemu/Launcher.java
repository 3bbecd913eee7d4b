package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.PrivateFiles;

/** Starts a machine: detached from this process, with everything attached before its first instruction. */
final class Launcher {

	private static final Duration START = Duration.ofSeconds(20);
	private static final Duration ANSWER = Duration.ofSeconds(5);
	private static final Duration SETTLE = Duration.ofMillis(400);
	private static final long LONGEST_LOG = 16L << 20;
	/** The numbers below belong to hypervisor, loopback and host (vsock(7)). */
	private static final long FIRST_SOCKET_ID = 3;
	private static final long LAST_SOCKET_ID = 1L << 31;

	private final String board;
	private final QemuConfig config;
	private final Arch arch;
	private final Host host;
	private final Path folder;
	private final Path state;
	private final Path runtime;
	private final List<Line> lines;
	private final List<Disk> disks;
	private final Partitions partitions;
	private final Variables variables;

	/** A launcher for one machine. */
	Launcher(Parts parts, Path runtime) {
		this.board = parts.board();
		this.config = parts.config();
		this.host = parts.host();
		this.arch = config.archOn(host);
		this.folder = parts.folder();
		this.state = parts.state();
		this.runtime = runtime;
		this.lines = parts.lines();
		this.disks = parts.disks();
		this.partitions = parts.partitions();
		this.variables = parts.variables();
	}

	/** QEMU for this machine. */
	Path program() throws BenchException {
		return host.program(arch.binary()).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.notInstalled, "QEMU")) //$NON-NLS-1$
				.where(board).next(NLS.bind(Messages.install, arch.debianPackage())).build());
	}

	/** What QEMU and its firmware want that is not there; nothing where all is. */
	void check() throws BenchException {
		program();
		firmware();
	}

	/** Whether the firmware keeps variables. */
	boolean hasVariables() throws BenchException {
		return firmware() instanceof Firmware.Flash;
	}

	private Firmware firmware() throws BenchException {
		return Firmware.find(config.firmwareName(arch), arch, folder, partitions, host);
	}

	/**
	 * Starts it, stopped, lets {@code attached} attach to it, and lets it go on.
	 *
	 * @param disposable whether what it writes is dropped when it ends
	 * @throws BenchException with QEMU's own words if it does not start, or cancelled; then nothing is left of it
	 */
	void start(boolean disposable, Attach attached, CancelToken cancel) throws BenchException {
		final var acceleration = acceleration();
		try {
			start(disposable, acceleration, attached, cancel);
		} catch (BenchException e) {
			if (!acceleration.kvm() || config.accel() == Accel.KVM || e.isCancelled()) {
				throw e;
			}
			start(disposable, Acceleration.fallback(e.why().orElse(e.what())), attached, cancel);
		}
	}

	/** Attaches to a machine that waits. */
	@FunctionalInterface
	interface Attach {

		/** Called while it stands before its first instruction. */
		void to(Run run) throws BenchException;
	}

	private void start(boolean disposable, Acceleration acceleration, Attach attached, CancelToken cancel) throws BenchException {
		final Path program = program();
		Run run = null;
		boolean up = false;
		try {
			final var before = Run.last(state);
			prepare();
			final var ports = new Ports(board, before.map(Run::ports).orElse(Map.of())).choose(config);
			run = new Run(UUID.randomUUID().toString().substring(0, 8), state.toString(), runtime.toString(), acceleration.label(), acceleration.reason(),
					warnings(acceleration), ports, disposable, List.of());
			final var command = new ArrayList<>(List.of(program.toString()));
			command.addAll(command(run).arguments(run, acceleration));
			run = run.with(command);
			for (final Line line : lines) {
				pipe(run, line);
			}
			run.save();
			final var result = Program.run(command, START, cancel);
			if (result.status() != 0 || !run.goes()) {
				throw failed(acceleration, (result.words() + '\n' + run.said()).strip());
			}
			attached.to(run);
			cont(run, acceleration, cancel);
			up = true;
		} catch (IOException e) {
			throw failed(acceleration, e.getMessage());
		} finally {
			if (run != null && !up) {
				Stop.kill(run);
				run.forget();
			}
		}
	}

	/** The command line of the next run; makes the disks that it needs. */
	List<String> commandLine() throws BenchException {
		final var line = new ArrayList<>(List.of(program().toString()));
		final var run = preview();
		line.addAll(command(run).arguments(run, acceleration()));
		return line;
	}

	/** The command line for the same machine in a terminal of its own. */
	List<String> standalone() throws BenchException {
		final var line = new ArrayList<>(List.of(program().toString()));
		final var run = preview();
		line.addAll(command(run).standalone(run, acceleration()));
		return line;
	}

	/** The socket of the screen of a machine in a terminal of its own; empty where it has no screen. */
	Optional<Path> standaloneScreen() throws BenchException {
		return config.display() ? Optional.of(preview().display()) : Optional.empty();
	}

	private Acceleration acceleration() {
		return Acceleration.decide(config.accel() == null ? Accel.AUTO : config.accel(), arch, host);
	}

	private Run preview() throws BenchException {
		final var last = Run.last(state);
		final var ports = new Ports(board, last.map(Run::ports).orElse(Map.of())).foresee(config, last.filter(Run::goes).isPresent());
		return new Run("run", state.toString(), runtime.toString(), "", "", List.of(), ports, false, List.of()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void cont(Run run, Acceleration acceleration, CancelToken cancel) throws BenchException, IOException {
		try (var qmp = Qmp.connect(run.commands(), _ -> { })) {
			qmp.awaitReady(ANSWER);
			cancel.check();
			qmp.execute("cont", Map.of(), ANSWER); //$NON-NLS-1$
			if (acceleration.kvm() && (qmp.endsWithin(SETTLE) || isBroken(qmp))) {
				throw failed(acceleration, run.said().isEmpty() ? Messages.Launcher_kvmBroken : run.said());
			}
		} catch (IOException e) {
			throw run.goes() || run.said().isEmpty() ? e : new IOException(run.said(), e);
		}
	}

	/** Whether KVM has given up: the machine then stands for good. */
	private static boolean isBroken(Qmp qmp) throws IOException {
		return qmp.execute("query-status", Map.of(), ANSWER).getAsJsonObject().get("status").getAsString().equals("internal-error"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void prepare() throws IOException {
		PrivateFiles.folder(state);
		PrivateFiles.folder(runtime);
		Run.last(state).ifPresent(Run::forget);
		for (final Line line : lines) {
			final Path log = line.log();
			if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
				Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING); //$NON-NLS-1$
			}
			PrivateFiles.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
		}
	}

	/** A pipe to type into. What comes out of the line is logged, and the device for it takes everything at any time. */
	private static void pipe(Run run, Line line) throws IOException, BenchException {
		final var made = Program.run(List.of("mkfifo", "-m", "600", run.keyboard(line.tag()).toString()), ANSWER, CancelToken.none()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (made.status() != 0) {
			throw new IOException(made.words());
		}
		Files.createSymbolicLink(run.sink(line.tag()), Path.of("/dev/null")); //$NON-NLS-1$
	}

	private QemuCommand command(Run run) throws BenchException {
		final var firmware = firmware();
		final var overlays = new LinkedHashMap<String, Path>();
		for (final Disk disk : disks) {
			overlays.put(disk.name(), run.disposable() ? disk.temporary(run.temporary(disk.name())) : disk.overlay());
		}
		return new QemuCommand(board, arch, config, Memory.of(config, state), folder, firmware, variables(firmware, run), overlays, seed(), lines,
				RouterTftp.folder(state), host.vsock() ? OptionalLong.of(ThreadLocalRandom.current().nextLong(FIRST_SOCKET_ID, LAST_SOCKET_ID)) : OptionalLong.empty());
	}

	private Optional<Path> seed() throws BenchException {
		final var login = config.cloudInit();
		return login.wanted() ? Optional.of(login.write(board, folder, state.resolve("cloud-init.iso"))) : Optional.empty(); //$NON-NLS-1$
	}

	private List<String> warnings(Acceleration acceleration) {
		final var warnings = new ArrayList<String>();
		final var plugs = config.plugs(arch);
		if (acceleration.trouble()) {
			warnings.add(Messages.Launcher_slow);
		}
		if (config.cloudInit().wanted() && plugs.disk().isEmpty()) {
			warnings.add(NLS.bind(Messages.Launcher_noSeed, config.machineOn(arch)));
		}
		if (config.display() && plugs.input().isEmpty()) {
			warnings.add(NLS.bind(Messages.Launcher_noKeyboard, config.machineOn(arch)));
		}
		return warnings;
	}

	private Path variables(Firmware firmware, Run run) throws BenchException {
		if (!(firmware instanceof Firmware.Flash flash)) {
			return variables.file();
		}
		final Path own = variables.prepare(flash.variables());
		return run.disposable() ? variables.temporary(run.temporary(QemuCommand.VARIABLES)) : own;
	}

	private BenchException failed(Acceleration acceleration, String words) {
		final var error = BenchException.failed(Messages.Launcher_failed).where(board).why(words.isEmpty() ? Messages.Launcher_silent : words);
		if (acceleration.kvm() && words.toLowerCase(Locale.ROOT).contains("kvm") || acceleration.kvm() && words.contains("MSR")) { //$NON-NLS-1$ //$NON-NLS-2$
			error.next(Messages.Launcher_kvm);
		}
		return error.build();
	}
}
