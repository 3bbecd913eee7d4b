package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;

/** A board's own UEFI variables, kept from run to run: in a form that has snapshots. */
final class Variables {

	private final Path file;
	private final QemuImg tool;

	/** Variables that may not exist yet, in the folder of the machine. */
	Variables(Path state, QemuImg tool) {
		this.file = state.resolve("uefi-variables.qcow2"); //$NON-NLS-1$
		this.tool = tool;
	}

	Path file() {
		return file;
	}

	boolean exist() {
		return Files.exists(file);
	}

	/** The variables for a run: made anew of the firmware's empty ones where there are none, or where they are of another size. */
	Path prepare(Path empty) throws BenchException {
		try {
			if (!exist() || size() != Files.size(empty)) {
				PrivateFiles.folder(file.getParent());
				final Path part = file.resolveSibling(file.getFileName() + ".part"); //$NON-NLS-1$
				tool.convert(empty, QemuImg.RAW, part, QemuImg.QCOW2);
				Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			return file;
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** A layer for a run whose writes are dropped. */
	Path temporary(Path layer) throws BenchException {
		try {
			tool.create(layer, Optional.of(file), QemuImg.QCOW2, size());
			return layer;
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** What they are now, byte for byte as the firmware sees them. */
	Qcow view() throws BenchException {
		try {
			return Qcow.open(file, Optional.empty());
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Forgets them: the next run begins with the firmware's empty ones. */
	void reset() throws BenchException {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private long size() throws IOException {
		try (var view = Qcow.open(file, Optional.empty())) {
			return view.size();
		}
	}

	BenchException failed(IOException reason) {
		return BenchException.failed(NLS.bind(Messages.Variables_failed, file)).why(reason).build();
	}
}
