package dev.benchtop.core.internal.bench;

import java.nio.file.DirectoryStream;
import java.nio.file.Path;

import dev.benchtop.core.capability.Storage;

/** A storage that is offered and never used. */
final class NoStorage implements Storage {

	@Override
	public Path root() {
		throw new IllegalStateException();
	}

	@Override
	public void test() {
		throw new IllegalStateException();
	}

	@Override
	public DirectoryStream<Path> scan(Path folder) {
		throw new IllegalStateException();
	}

	@Override
	public void deleteTree(Path path) {
		throw new IllegalStateException();
	}
}
