package dev.benchtop.ui.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.console.ConsoleLog;
import dev.benchtop.ui.Work;

/** A copy of a log: both of its files as one, as it is now. */
final class SavedLog {

	private static final int CHUNK = 1 << 18;

	private SavedLog() {
	}

	/** Copies the log in the background; a file that is there is replaced. */
	static void save(Path log, Path to) {
		final String title = NLS.bind(Messages.SavedLog_saving, to.getFileName());
		Work.start(title, progress -> copy(log, to, title, progress));
	}

	/** Copies the log. */
	static void copy(Path log, Path to, String title, Progress progress) throws BenchException {
		refuseItself(log, to);
		try (var out = Files.newOutputStream(to)) {
			for (final Path file : ConsoleLog.files(log)) {
				try (var from = new ConsoleLog(file)) {
					final long length = from.length();
					progress.begin(new Phase(file.getFileName().toString(), title), length);
					for (long at = 0; at < length;) {
						progress.token().check();
						final byte[] bytes = from.read(at, (int) Math.min(CHUNK, length - at));
						if (bytes.length == 0) {
							break; // it was cut meanwhile
						}
						out.write(bytes);
						at += bytes.length;
						progress.advance(bytes.length);
					}
				}
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.SavedLog_failed).where(to.toString()).why(e).build();
		}
	}

	/** The log must not be opened for writing. */
	private static void refuseItself(Path log, Path to) throws BenchException {
		try {
			for (final Path file : ConsoleLog.files(log)) {
				if (Files.exists(to) && Files.isSameFile(file, to)) {
					throw BenchException.usage(Messages.SavedLog_itself).where(to.toString()).build();
				}
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.SavedLog_failed).where(to.toString()).why(e).build();
		}
	}
}
