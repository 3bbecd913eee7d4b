package dev.benchtop.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.image.Imaging;

/**
 * Flashes the medium behind a mux: takes it to this machine, writes, verifies, and gives it to the board. Only a success does; after a
 * failure or a cancellation the medium stays here. The board's power is left alone, and a board that is on is refused.
 */
final class MuxFlasher implements Flasher {

	private final DriverContext context;
	private final MuxFlasherConfig config;
	private final StorageMux mux;
	private final Optional<Power> power;
	private final Imaging imaging;

	/** {@code power} where it is known whether the board is on. */
	MuxFlasher(DriverContext context, MuxFlasherConfig config, StorageMux mux, Optional<Power> power, Imaging imaging) {
		this.context = context;
		this.config = config;
		this.mux = mux;
		this.power = power;
		this.imaging = imaging;
	}

	@Override
	public List<Target> targets() throws BenchException {
		final Position position = mux.position();
		return List.of(target(position, position == Position.HOST ? Optional.of(mux.media(CancelToken.none())) : Optional.empty()));
	}

	private Target target(Position position, Optional<BlockTarget> medium) {
		return new Target(config.target(), medium.map(BlockTarget::capacity).orElse(OptionalLong.empty()), Sides.content(position),
				medium.map(BlockTarget::identity).orElse(elsewhere().identity()), medium.flatMap(BlockTarget::guard));
	}

	/** The medium while this machine does not have it. */
	private BlockTarget elsewhere() {
		return new Elsewhere(context.place());
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		requireTarget(request.target());
		requireOff();
		final Position position = mux.position();
		final Optional<BlockTarget> medium = position == Position.HOST ? Optional.of(mux.media(CancelToken.none())) : Optional.empty();
		if (medium.isPresent()) {
			requireName(medium.get(), request);
		}
		final FlashPlan copy = imaging.plan(request, target(position, medium), medium.orElse(elsewhere()));
		final var phases = new ArrayList<Phase>();
		phases.add(Steps.HOST);
		phases.addAll(copy.phases());
		phases.add(Steps.SETTLE);
		phases.add(Steps.DUT);
		final var steps = new ArrayList<String>();
		steps.add(position == Position.HOST ? Messages.Plan_hostAlready : Messages.Plan_host);
		steps.addAll(copy.steps());
		steps.add(Messages.Plan_dut);
		if (power.isPresent() && power.get().state() == Power.State.UNKNOWN) {
			steps.add(Messages.Plan_powerUnknown);
		}
		return new FlashPlan(phases, steps, copy.bytes(), copy.target(), copy.staged());
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		final FlashPlan plan = plan(request);
		final var run = new MuxRun(context, mux, config.target(), new Steps(progress, plan.phases()));
		return run.flash(steps -> copy(request, steps), config.settle(), this::requireOff);
	}

	private FlashReport copy(FlashRequest request, Steps steps) throws BenchException {
		final BlockTarget medium = mux.media(steps.token());
		requireName(medium, request);
		return imaging.copy(request, medium, config.target(), steps);
	}

	/** A wrong device in the configuration must not cost a disk of this machine. */
	private void requireName(BlockTarget medium, FlashRequest request) throws BenchException {
		if (medium.guard().isPresent()) {
			DiskGuard.requireName(medium.guard().get(), request.consent(), config.target());
		}
	}

	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		requireTarget(request.target());
		requireOff();
		final var run = new MuxRun(context, mux, config.target(), new Steps(progress, List.of(Steps.HOST)));
		return run.dump(steps -> {
			final BlockTarget medium = mux.media(steps.token());
			final long length = medium.capacity()
					.orElseThrow(() -> BenchException.failed(Messages.MuxFlasher_noSize).where(config.target()).next(Messages.MuxFlasher_noSizeNext).build());
			return imaging.dump(medium, length, request, config.target(), steps);
		});
	}

	private void requireTarget(String name) throws BenchException {
		if (!name.isEmpty() && !name.equals(config.target())) {
			throw BenchException.usage(NLS.bind(Messages.MuxFlasher_noTarget, name)).where(context.board())
					.next(NLS.bind(Messages.MuxFlasher_theTarget, config.target())).build();
		}
	}

	private void requireOff() throws BenchException {
		if (power.isPresent() && power.get().state() == Power.State.ON) {
			throw BenchException.failed(Messages.MuxFlasher_isOn).where(context.board()).next(Messages.MuxFlasher_switchOff).build();
		}
	}
}
