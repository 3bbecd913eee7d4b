package dev.benchtop.image;

import java.nio.file.Path;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/** A file as a staged target: it is written beside and put in place, sparse and synced, at the commit. */
public final class FileTarget implements BlockTarget {

	private final Path file;
	private final OptionalLong capacity;

	/** A file that may become as long as the disk has room. */
	public FileTarget(Path file) {
		this(file, OptionalLong.empty());
	}

	/** A file that takes at most {@code capacity} bytes. */
	public FileTarget(Path file, OptionalLong capacity) {
		this.file = file;
		this.capacity = capacity;
	}

	@Override
	public String identity() {
		return file.toString();
	}

	@Override
	public OptionalLong capacity() {
		return capacity;
	}

	@Override
	public boolean staged() {
		return true;
	}

	@Override
	public Session open() throws BenchException {
		throw new UnsupportedOperationException();
	}
}
