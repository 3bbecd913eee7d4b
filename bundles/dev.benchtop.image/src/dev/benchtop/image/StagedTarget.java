package dev.benchtop.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/**
 * A file that is written beside, and put in place at the commit.
 * What an application that died has left beside is removed when it is opened the next time.
 */
abstract class StagedTarget implements BlockTarget {

	private final Path file;

	StagedTarget(Path file) {
		this.file = file;
	}

	@Override
	public final String identity() {
		return file.toString();
	}

	@Override
	public final boolean staged() {
		return true;
	}

	@Override
	public final Session open() throws BenchException {
		try {
			final Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
			if (Files.isDirectory(real)) {
				throw BenchException.failed(NLS.bind(Messages.FileTarget_isFolder, file)).build();
			}
			if (Files.exists(real) && !Files.isRegularFile(real)) {
				throw BenchException.failed(NLS.bind(Messages.FileTarget_isDevice, file)).build();
			}
			StagedFile.removeLeftovers(real);
			return session(StagedFile.create(real));
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.FileTarget_open, file)).why(e).build();
		}
	}

	/** One copy into the new file, which it closes. */
	abstract Session session(StagedFile staged);
}
