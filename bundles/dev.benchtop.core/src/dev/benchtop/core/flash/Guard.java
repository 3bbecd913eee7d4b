package dev.benchtop.core.flash;

import java.util.List;
import java.util.Optional;

/**
 * What a target wants of the user before it is overwritten, to be given by {@link Consent}.
 *
 * @param mounts where it is mounted, which has to be given up
 * @param name what has to be typed, where overwriting it by mistake would be dear
 * @param seen tells whether it is still the one that was shown: two things that take each other's place differ in it
 * @param words one sentence each on what is to be minded
 */
public record Guard(List<String> mounts, Optional<String> name, String seen, List<String> words) {

	public Guard {
		mounts = List.copyOf(mounts);
		words = List.copyOf(words);
	}

	/** Whether the user has to be asked anything. */
	public boolean asks() {
		return !mounts.isEmpty() || name.isPresent();
	}
}
