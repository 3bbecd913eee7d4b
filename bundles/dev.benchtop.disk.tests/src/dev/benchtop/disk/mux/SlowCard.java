package dev.benchtop.disk.mux;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.disk.Disk;
import dev.benchtop.disk.Disk.Mount;
import dev.benchtop.disk.DiskIo;
import dev.benchtop.disk.DiskSystem;

/** A system with one card, which is mounted and whose first unmounting does not end by itself; it refuses every write. */
final class SlowCard implements DiskSystem {

	private static final int SIZE = 1 << 20;

	/** Opens when somebody waits for the card to be unmounted. */
	final CountDownLatch waiting = new CountDownLatch(1);
	private final Path device;
	private volatile boolean mounted = true;

	SlowCard(Path device) {
		this.device = device;
	}

	@Override
	public List<Disk> disks() {
		final var mounts = mounted ? List.of(new Mount("card", Path.of("/media/card"))) : List.<Mount>of();
		return List.of(new Disk("card", device, "card", device, "Test", "Card", "1", SIZE, true, false, "usb", "", 0, 0, List.of(), mounts, Optional.empty(),
				List.of()));
	}

	@Override
	public Set<String> under(Path file) {
		return Set.of();
	}

	@Override
	public String fingerprint() {
		return "";
	}

	@Override
	public void unmount(Mount mount, CancelToken cancel) throws BenchException {
		if (waiting.getCount() > 0) {
			final var cancelled = new CountDownLatch(1);
			try (var _ = cancel.onCancel(cancelled::countDown)) {
				waiting.countDown();
				cancelled.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			throw BenchException.cancelled();
		}
		mounted = false;
	}

	@Override
	public DiskIo open(Disk disk, Optional<Disk.Partition> partition, boolean writing, CancelToken cancel) {
		return new Io();
	}

	private static final class Io implements DiskIo {

		@Override
		public int blockSize() {
			return 512;
		}

		@Override
		public long size() {
			return SIZE;
		}

		@Override
		public long sequence() {
			return 0;
		}

		@Override
		public int read(ByteBuffer data, long position) {
			return -1;
		}

		@Override
		public int write(ByteBuffer data, long position) {
			throw new AssertionError("nothing is to be written");
		}

		@Override
		public void zero(long position, long length) {
			throw new AssertionError("nothing is to be written");
		}

		@Override
		public void sync() {
		}

		@Override
		public void settle() {
		}

		@Override
		public void close() {
		}
	}
}
