package dev.benchtop.ui.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** What the window was started with. */
record Arguments(Optional<Path> bench) {

	private static final String BENCH = "--bench"; //$NON-NLS-1$

	/** Reads the arguments; one that the window does not know is left to the platform. */
	static Arguments parse(String... words) {
		Optional<Path> bench = Optional.empty();
		for (int i = 0; i < words.length; i++) {
			if (words[i].startsWith(BENCH + '=')) {
				bench = Optional.of(Path.of(words[i].substring(BENCH.length() + 1)));
			} else if (words[i].equals(BENCH)) {
				if (i + 1 == words.length) {
					throw new IllegalArgumentException(NLS.bind(Messages.Arguments_noValue, BENCH));
				}
				bench = Optional.of(Path.of(words[++i]));
			}
		}
		return new Arguments(bench.map(path -> path.toAbsolutePath().normalize()));
	}
}
