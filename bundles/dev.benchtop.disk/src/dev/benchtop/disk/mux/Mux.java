package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.BlockTarget.Session;
import dev.benchtop.disk.Disks;
import dev.benchtop.disk.Disks.Place;

/**
 * Moves a medium, and keeps it from harm: it is written only while this machine has it, it does not move while it is used, it is unmounted
 * and synced before it goes, and the board does not get one that a copy was broken off on.
 */
final class Mux implements StorageMux {

	private static final Duration STEP = Duration.ofMillis(100);

	private final String place;
	private final MuxSwitch hardware;
	private final MuxConfig config;
	private final Disks disks;
	private final MediumUse use;

	Mux(DriverContext context, MuxSwitch hardware, MuxConfig config, Disks disks) {
		this.place = context.place();
		this.use = new MediumUse(context.state().resolve(context.node() + ".half")); //$NON-NLS-1$
		this.hardware = hardware;
		this.config = config;
		this.disks = disks;
	}

	@Override
	public synchronized void host(CancelToken cancel) throws BenchException {
		requireIdle();
		hardware.move(Position.HOST, cancel);
		use.taken();
		if (config.medium() != null || hardware.medium().isPresent()) {
			await(cancel);
		}
	}

	@Override
	public synchronized void dut(CancelToken cancel) throws BenchException {
		leave(Position.DUT, cancel);
	}

	@Override
	public synchronized void off(CancelToken cancel) throws BenchException {
		leave(Position.OFF, cancel);
	}

	private void leave(Position to, CancelToken cancel) throws BenchException {
		requireIdle();
		if (to == Position.DUT) {
			requireWhole();
		}
		if (hardware.position() != to) {
			release(cancel);
			cancel.check();
			hardware.move(to, cancel);
			use.given();
		}
	}

	private void requireWhole() throws BenchException {
		boolean half;
		try {
			half = use.isHalfWritten(find().map(medium -> medium.disk().identity()));
		} catch (IOException e) {
			throw BenchException.failed(Messages.Mux_half).where(place).why(e).next(Messages.Mux_halfNext).build();
		}
		if (half) {
			throw BenchException.failed(Messages.Mux_half).where(place).next(Messages.Mux_halfNext).build();
		}
	}

	private void requireIdle() throws BenchException {
		if (use.isOpen()) {
			throw BenchException.failed(Messages.Mux_busy).where(place).next(Messages.Mux_busyNext).build();
		}
	}

	/** Makes sure that nobody uses the medium any more, and that all is on it. */
	private void release(CancelToken cancel) throws BenchException {
		final Optional<Place> medium = find();
		if (medium.isEmpty() || medium.get().disk().mounts().isEmpty() && !use.isWritten()) {
			return;
		}
		try (var session = disks.target(medium.get().disk().device(), cancel).open()) {
			session.sync();
		} catch (IOException e) {
			throw BenchException.failed(Messages.Mux_sync).where(place).why(e).build();
		}
		Udev.settle(cancel);
		Rest.sleep(use.isWritten() ? config.rest() : Duration.ZERO, cancel);
	}

	@Override
	public Position position() throws BenchException {
		return hardware.position();
	}

	@Override
	public BlockTarget media(CancelToken cancel) throws BenchException {
		requireHere();
		final Place medium = find().orElseThrow(this::missing);
		return new MuxMedium(disks.target(medium.disk().device(), cancel), use, this::open);
	}

	private void requireHere() throws BenchException {
		if (hardware.position() != Position.HOST) {
			throw BenchException.failed(Messages.Mux_notHere).where(place).next(Messages.Mux_notHereNext).build();
		}
	}

	/** It does not move from here on, and moves are refused rather than kept waiting, as opening it may take minutes. */
	private Session open(BlockTarget medium) throws BenchException {
		reserve();
		boolean opened = false;
		try {
			final Session session = medium.open();
			opened = true;
			return session;
		} finally {
			if (!opened) {
				use.closed();
			}
		}
	}

	private synchronized void reserve() throws BenchException {
		requireHere();
		use.opened();
	}

	@Override
	public List<Verb> verbs() {
		final var verbs = new ArrayList<Verb>();
		verbs.add(verb("host", Messages.Mux_verbHost, Danger.INTERRUPTS, this::host)); //$NON-NLS-1$
		verbs.add(verb("dut", Messages.Mux_verbDut, Danger.NONE, this::dut)); //$NON-NLS-1$
		if (hardware.detaches()) {
			verbs.add(verb("detach", Messages.Mux_verbOff, Danger.INTERRUPTS, this::off)); //$NON-NLS-1$
		}
		return verbs;
	}

	/** A way to move the medium. */
	@FunctionalInterface
	private interface Move {
		void run(CancelToken cancel) throws BenchException;
	}

	private static Verb verb(String id, String label, Danger danger, Move move) {
		return new Verb(id, label, List.of(), danger, Optional.empty(), (_, progress) -> move.run(progress.token()));
	}

	private Optional<Path> device() throws BenchException {
		return config.medium() != null ? Optional.of(config.medium()) : hardware.medium();
	}

	private Optional<Place> find() throws BenchException {
		final Optional<Path> device = device();
		return device.isEmpty() ? Optional.empty() : disks.find(device.get());
	}

	/** A card reader is there before it has a medium, and has a medium before it says how large it is. */
	private void await(CancelToken cancel) throws BenchException {
		final long end = System.nanoTime() + config.appear().toNanos();
		while (find().isEmpty()) {
			if (System.nanoTime() - end > 0) {
				throw missing();
			}
			Rest.sleep(STEP, cancel);
		}
		Udev.settle(cancel);
	}

	private BenchException missing() {
		final String device = config.medium() == null ? Messages.Mux_itself : config.medium().toString();
		return BenchException.failed(NLS.bind(Messages.Mux_missing, device)).where(place).next(Messages.Mux_missingNext).build();
	}
}
