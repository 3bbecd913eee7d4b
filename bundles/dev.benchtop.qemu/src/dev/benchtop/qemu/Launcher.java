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
import java.util.UUID;

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

	private final String board;
	private final QemuConfig config;
	private final Arch arch;
	private final Host host;
	private final Path folder;
	private final Path state;
	private final Path runtime;
	private final Path consoleLog;
	private final List<Disk> disks;

	/**
	 * A launcher for one machine.
	 *
	 * @param folder what relative paths of the configuration count from
	 * @param state the folder of the machine
	 * @param runtime the short folder for sockets
	 */
	Launcher(String board, QemuConfig config, Host host, Path folder, Path state, Path runtime, Path consoleLog, List<Disk> disks) {
		this.board = board;
		this.config = config;
		this.arch = config.archOn(host);
		this.host = host;
		this.folder = folder;
		this.state = state;
		this.runtime = runtime;
		this.consoleLog = consoleLog;
		this.disks = disks;
	}

	/** QEMU for this machine. */
	Path program() throws BenchException {
		return host.program(arch.binary()).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.notInstalled, "QEMU")) //$NON-NLS-1$
				.where(board).next(NLS.bind(Messages.install, arch.debianPackage())).build());
	}

	/** What QEMU and its firmware want that is not there; nothing where all is. */
	void check() throws BenchException {
		program();
		Firmware.find(config.firmwareName(), arch, folder, host);
	}

	/**
	 * Starts it, stopped, lets {@code attached} attach to it, and lets it go on.
	 *
	 * @throws BenchException with QEMU's own words if it does not start, or cancelled; then nothing is left of it
	 */
	void start(Attach attached, CancelToken cancel) throws BenchException {
		final var acceleration = Acceleration.decide(config.accel() == null ? Accel.AUTO : config.accel(), arch, host);
		try {
			start(acceleration, attached, cancel);
		} catch (BenchException e) {
			if (!acceleration.kvm() || config.accel() == Accel.KVM || e.isCancelled()) {
				throw e;
			}
			start(Acceleration.fallback(e.why().orElse(e.what())), attached, cancel);
		}
	}

	/** Attaches to a machine that waits. */
	@FunctionalInterface
	interface Attach {
		void to(Run run);
	}

	private void start(Acceleration acceleration, Attach attached, CancelToken cancel) throws BenchException {
		final Path program = program();
		Run run = null;
		boolean up = false;
		try {
			prepare();
			run = new Run(UUID.randomUUID().toString().substring(0, 8), state.toString(), runtime.toString(), acceleration.label(), acceleration.reason());
			serialLine(run);
			run.save();
			final var command = new ArrayList<>(List.of(program.toString()));
			command.addAll(command().arguments(run, acceleration));
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

	private void cont(Run run, Acceleration acceleration, CancelToken cancel) throws BenchException, IOException {
		try (var qmp = Qmp.connect(run.commands(), _ -> { })) {
			qmp.awaitReady(ANSWER);
			cancel.check();
			qmp.execute("cont", Map.of(), ANSWER); //$NON-NLS-1$
			if (acceleration.kvm() && qmp.endsWithin(SETTLE)) {
				throw failed(acceleration, run.said());
			}
		} catch (IOException e) {
			throw run.goes() || run.said().isEmpty() ? e : new IOException(run.said(), e);
		}
	}

	private void prepare() throws IOException {
		PrivateFiles.folder(state);
		PrivateFiles.folder(runtime);
		Run.last(state).ifPresent(Run::forget);
		if (Files.exists(consoleLog) && Files.size(consoleLog) > LONGEST_LOG) {
			Files.move(consoleLog, consoleLog.resolveSibling(consoleLog.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING); //$NON-NLS-1$
		}
		PrivateFiles.folder(consoleLog.getParent());
		PrivateFiles.open(consoleLog, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
	}

	/** A pipe to type into. What comes out of the line is logged, and the device for it takes everything at any time. */
	private static void serialLine(Run run) throws IOException, BenchException {
		final var made = Program.run(List.of("mkfifo", "-m", "600", run.keyboard().toString()), ANSWER, CancelToken.none()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (made.status() != 0) {
			throw new IOException(made.words());
		}
		Files.createSymbolicLink(run.sink(), Path.of("/dev/null")); //$NON-NLS-1$
	}

	private QemuCommand command() throws BenchException, IOException {
		final var firmware = Firmware.find(config.firmwareName(), arch, folder, host);
		final var overlays = new LinkedHashMap<String, Path>();
		for (final Disk disk : disks) {
			overlays.put(disk.name(), disk.overlay());
		}
		return new QemuCommand(board, arch, config, folder, firmware, variables(firmware), overlays, consoleLog, RouterTftp.folder(state));
	}

	/** The board's own copy of the variables; made anew when the firmware comes with variables of another size. */
	private Path variables(Firmware firmware) throws IOException {
		final Path own = state.resolve("uefi-variables.fd"); //$NON-NLS-1$
		if (firmware instanceof Firmware.Flash flash && (!Files.exists(own) || Files.size(own) != Files.size(flash.variables()))) {
			Files.copy(flash.variables(), own, StandardCopyOption.REPLACE_EXISTING);
		}
		return own;
	}

	private BenchException failed(Acceleration acceleration, String words) {
		final var error = BenchException.failed(Messages.Launcher_failed).where(board).why(words.isEmpty() ? Messages.Launcher_silent : words);
		if (acceleration.kvm() && words.toLowerCase(Locale.ROOT).contains("kvm") || acceleration.kvm() && words.contains("MSR")) { //$NON-NLS-1$ //$NON-NLS-2$
			error.next(Messages.Launcher_kvm);
		}
		return error.build();
	}
}
