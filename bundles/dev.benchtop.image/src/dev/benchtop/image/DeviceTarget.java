package dev.benchtop.image;

import java.nio.file.Path;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/** A block device, or a file in its place, that is written where it stands. */
public final class DeviceTarget implements BlockTarget {

	private final Path device;

	public DeviceTarget(Path device) {
		this.device = device;
	}

	@Override
	public String identity() {
		return device.toString();
	}

	@Override
	public OptionalLong capacity() {
		return OptionalLong.empty();
	}

	@Override
	public boolean staged() {
		return false;
	}

	@Override
	public Session open() throws BenchException {
		throw new UnsupportedOperationException();
	}
}
