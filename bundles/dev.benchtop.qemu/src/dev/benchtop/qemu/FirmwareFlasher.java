package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.image.FileTarget;
import dev.benchtop.image.Imaging;

/** Puts firmware where a virtual board finds it. */
final class FirmwareFlasher {

	private final Partitions partitions;
	private final Variables variables;
	private final Imaging imaging;

	FirmwareFlasher(Parts parts, Imaging imaging) {
		this.partitions = parts.partitions();
		this.variables = parts.variables();
		this.imaging = imaging;
	}

	/** What a partition holds now, as a place that can be flashed. */
	Target target(String name) throws BenchException {
		try {
			final Optional<Path> file = partitions.file(name).filter(Files::isReadable);
			final String content = file.isEmpty() ? Messages.FirmwareFlasher_none
					: NLS.bind(Messages.FirmwareFlasher_content, file.get().getFileName(), new ByteSize(Files.size(file.get())).display());
			return new Target(name, OptionalLong.empty(), content, partitions.flashed(name).toString());
		} catch (IOException e) {
			throw failed(name, e);
		}
	}

	FlashPlan plan(FlashRequest request) throws BenchException {
		return imaging.plan(request, target(request.target()), new FileTarget(partitions.flashed(request.target())));
	}

	/** Puts it in place; new variables take the place of the board's own. */
	FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		final String name = request.target();
		try {
			PrivateFiles.folder(partitions.state());
		} catch (IOException e) {
			throw failed(name, e);
		}
		final var report = imaging.copy(request, new FileTarget(partitions.flashed(name)), name, progress);
		if (report.succeeded() && name.equals(Partitions.VARIABLES)) {
			variables.reset();
		}
		return report;
	}

	/** Reads it; the variables as the board has left them. */
	FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		final String name = request.target();
		try {
			if (name.equals(Partitions.VARIABLES) && variables.exist()) {
				final var view = variables.view();
				return imaging.dump(view, view.size(), request, name, progress);
			}
			final Path file = partitions.file(name).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.FirmwareFlasher_nothing, name))
					.next(Messages.FirmwareFlasher_nothingNext).build());
			return imaging.dump(Files.newByteChannel(file, StandardOpenOption.READ), Files.size(file), request, name, progress);
		} catch (IOException e) {
			throw failed(name, e);
		}
	}

	private static BenchException failed(String name, IOException reason) {
		return BenchException.failed(NLS.bind(Messages.Disk_failed, name)).why(reason).build();
	}
}
