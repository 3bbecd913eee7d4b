package dev.benchtop.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/** A block device, or a file of fixed size in its place, that is written where it stands. */
public final class DeviceTarget implements BlockTarget {

	private final Path device;

	public DeviceTarget(Path device) {
		this.device = device;
	}

	@Override
	public String identity() {
		return device.toString();
	}

	/** Its size; empty where it cannot be opened. */
	@Override
	public OptionalLong capacity() {
		try (var channel = FileChannel.open(device, StandardOpenOption.READ)) {
			return OptionalLong.of(channel.size());
		} catch (IOException e) {
			return OptionalLong.empty();
		}
	}

	@Override
	public boolean staged() {
		return false;
	}

	@Override
	public Session open() throws BenchException {
		try {
			return new DeviceSession(DirectFile.open(device));
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.DeviceTarget_open, device)).why(e).build();
		}
	}

	private record DeviceSession(DirectFile data) implements Session {

		@Override
		public void write(ByteBuffer bytes, long position) throws IOException {
			data.write(bytes, position);
		}

		@Override
		public int read(ByteBuffer bytes, long position) throws IOException {
			return data.read(bytes, position);
		}

		@Override
		public void sync() throws IOException {
			data.sync();
		}

		@Override
		public void commit(long length) throws IOException {
			data.sync();
		}

		@Override
		public void close() throws IOException {
			data.close();
		}
	}
}
