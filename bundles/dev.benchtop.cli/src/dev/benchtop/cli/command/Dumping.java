package dev.benchtop.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.spi.CliContext;

/** Reads a target back into a file, and tells what came of it. */
final class Dumping {

	private final Flashing flashing;
	private final FlashPlaces places;

	Dumping(Flashing flashing, FlashPlaces places) {
		this.flashing = flashing;
		this.places = places;
	}

	int run(String address, Path file, boolean map, boolean force, boolean takeOver, CliContext context) throws BenchException {
		if (Files.exists(file) && !force) {
			throw BenchException.usage(Messages.DumpCommand_exists).where(file.toString()).next(Messages.DumpCommand_force).build();
		}
		final var place = places.find(address, context);
		final String target = flashing.target(place.flasher(), place.target()).name();
		if (takeOver) {
			flashing.takeOver(place.flasher().board());
		}
		final var report = flashing.dump(place.flasher(), new DumpRequest(target, file, map), context.progress());
		if (context.json()) {
			context.json(Reports.json(report));
		}
		report.failure().ifPresent(failure -> context.err().println(NLS.bind(Messages.error, failure.getMessage())));
		if (!context.json()) {
			context.out().println(sentence(place.name(), file, report));
		}
		return Reports.exitCode(report);
	}

	private static String sentence(String place, Path file, FlashReport report) {
		return NLS.bind(report.outcome().isSuccess() ? Messages.DumpCommand_done : Messages.DumpCommand_failed, new Object[] {
				new Address(place, "", report.target()), file, //$NON-NLS-1$
				new ByteSize(report.bytes()).display(), String.format("%.1f", Reports.seconds(report.time())), report.sha256().orElse("")}); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
