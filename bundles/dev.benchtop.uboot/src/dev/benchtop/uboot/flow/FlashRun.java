package dev.benchtop.uboot.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.payload.Content;
import dev.benchtop.uboot.payload.Payload;

/** One flash from the first stage to the report. */
final class FlashRun {

	private final UbootFlasher flasher;
	private final FlashRequest request;
	private final FlashPlan plan;
	private final Log log;
	private Optional<FlashSteps> steps = Optional.empty();

	FlashRun(UbootFlasher flasher, FlashRequest request, FlashPlan plan, Progress progress) {
		this.flasher = flasher;
		this.request = request;
		this.plan = plan;
		this.log = new Log(progress);
	}

	FlashReport run() throws BenchException {
		final Path scratch = flasher.scratch();
		log.begin(Stages.PREPARE, -1);
		BenchException failure = null;
		try (FlasherBundle bundle = flasher.open(log.token());
				Payload payload = new Payload(request, flasher.tools().imaging().inspect(request.image(), log.token()), scratch, flasher.tools().imaging());
				Serving serving = flasher.serving()) {
			payload.begin(OptionalLong.empty());
			failure = attempt(bundle, payload, serving, scratch.resolve("served")); //$NON-NLS-1$
		} catch (BenchException e) {
			failure = failure == null ? e : failure;
		} finally {
			Scratch.remove(scratch);
		}
		return report(failure);
	}

	/** Flashes; returns what went wrong. */
	private BenchException attempt(FlasherBundle bundle, Payload payload, Serving serving, Path folder) throws BenchException {
		try (Session session = flasher.session(Messages.FlashRun_by, log.token())) {
			final var boot = new BootSteps(session, flasher.config(), bundle, serving, log);
			bundle.fetch(boot.variant(), Progress.of(log.token()));
			serving.start("tftp", true); //$NON-NLS-1$
			serving.start("http", false); //$NON-NLS-1$
			final var fetching = new Fetching(session, flasher.config(), serving, folder);
			final var flash = new FlashSteps(session, flasher.config(), request, bundle.target(Optional.of(plan.target().name())),
					bundle.manifest().spec().preflashCommands(), payload, serving, fetching, flasher.rates(), log);
			steps = Optional.of(flash);
			flasher.resume(session);
			final var stages = new ArrayList<>(boot.stages());
			stages.addAll(flash.stages());
			final var finish = new Finish(session, flasher, log);
			try {
				new Flow(session, flasher.config(), log).run(stages);
				finish.well(request.followed());
				return null;
			} catch (BenchException e) {
				return finish.broken(e, flash.outcome());
			}
		}
	}

	private FlashReport report(BenchException failure) {
		final Outcome outcome = steps.map(FlashSteps::outcome).orElse(Outcome.UNCHANGED);
		return new FlashReport(outcome, steps.map(FlashSteps::written).orElse(0L), steps.flatMap(FlashSteps::content).flatMap(Content::sha256),
				plan.target().name(), log.time(), log.times(), Optional.ofNullable(failure));
	}
}
