package dev.benchtop.cli.command;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Party;

/** Flashes one image on several targets at the same time, read and unpacked once. */
final class Together {

	/** One of them. */
	record Job(FlashPlaces.Place place, FlashRequest request) {
	}

	/** What came of one of them; one of both is null. */
	record Result(FlashReport report, BenchException refusal) {
	}

	private final Flashing flashing;

	Together(Flashing flashing) {
		this.flashing = flashing;
	}

	/** Does all of them; {@code progress} shows the first, and cancels all. */
	List<Result> run(List<Job> jobs, Progress progress) throws BenchException {
		final var members = new Party(jobs.size()).members();
		final var work = new ArrayList<Callable<Result>>();
		for (final Job job : jobs) {
			final var member = members.get(work.size());
			final Progress shown = work.isEmpty() ? progress : Progress.of(progress.token());
			work.add(() -> {
				try (member) {
					return new Result(flashing.flash(job.place().flasher(), job.request().with(member), shown), null);
				} catch (BenchException e) {
					return new Result(null, e);
				} catch (RuntimeException e) {
					System.getLogger(Together.class.getName()).log(Level.ERROR, job.place().name(), e);
					return new Result(null, BenchException.failed(Messages.Together_defect).where(job.place().name()).why(e).build());
				}
			});
		}
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			final var results = new ArrayList<Result>();
			for (final Future<Result> future : threads.invokeAll(work)) {
				results.add(future.get());
			}
			return results;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}
}
