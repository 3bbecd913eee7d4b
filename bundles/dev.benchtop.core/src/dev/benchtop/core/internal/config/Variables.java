package dev.benchtop.core.internal.config;

import java.util.Optional;

import dev.benchtop.core.BenchException;

/** What {@code ${env:NAME}} and {@code ${secret:NAME}} stand for. */
public interface Variables {

	/** Nothing is set. */
	Variables NONE = new Variables() {
		@Override
		public Optional<String> env(String name) {
			return Optional.empty();
		}

		@Override
		public Optional<String> secret(String name) {
			return Optional.empty();
		}
	};

	/** The value of an environment variable, if it is set. */
	Optional<String> env(String name);

	/** The value of a secret, if there is one. */
	Optional<String> secret(String name) throws BenchException;
}
