package dev.benchtop.storage.fs;

import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.ExpectedSize;

/**
 * How a file is to be opened.
 *
 * @param options the standard ones that matter: READ or WRITE with CREATE, CREATE_NEW, TRUNCATE_EXISTING
 * @param size how long a new file will be; -1 where that is not known
 */
record OpenMode(Set<OpenOption> options, long size) {

	/** Sorts options; SPARSE is a mere hint. */
	static OpenMode of(Set<? extends OpenOption> asked) {
		final Set<OpenOption> options = new HashSet<>();
		long size = -1;
		for (final OpenOption option : asked) {
			switch (option) {
				case null -> throw new NullPointerException();
				case ExpectedSize expected -> size = expected.bytes();
				case LinkOption _ -> { }
				case StandardOpenOption known when known == StandardOpenOption.SPARSE -> { }
				case StandardOpenOption known -> options.add(known);
				default -> throw new UnsupportedOperationException(NLS.bind(Messages.OpenMode_option, option));
			}
		}
		if (options.contains(StandardOpenOption.APPEND) && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
			throw new IllegalArgumentException(options.toString());
		}
		return new OpenMode(Set.copyOf(options), size);
	}

	boolean has(StandardOpenOption option) {
		return options.contains(option);
	}

	boolean writes() {
		return has(StandardOpenOption.WRITE) || has(StandardOpenOption.APPEND);
	}

	/** Refuses what only a file system with random access can do. */
	void checkSequential() {
		for (final var option : Set.of(StandardOpenOption.APPEND, StandardOpenOption.DELETE_ON_CLOSE, StandardOpenOption.SYNC,
				StandardOpenOption.DSYNC)) {
			if (has(option)) {
				throw new UnsupportedOperationException(NLS.bind(Messages.OpenMode_option, option));
			}
		}
		if (writes() && has(StandardOpenOption.READ)) {
			throw new UnsupportedOperationException(Messages.OpenMode_readWrite);
		}
	}

	/** Whether a file is written that is not there, or replaced: what an upload does. */
	boolean replaces() {
		return options.contains(StandardOpenOption.WRITE) && (has(StandardOpenOption.CREATE_NEW) || has(StandardOpenOption.TRUNCATE_EXISTING))
				&& Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW,
						StandardOpenOption.TRUNCATE_EXISTING).containsAll(options);
	}
}
