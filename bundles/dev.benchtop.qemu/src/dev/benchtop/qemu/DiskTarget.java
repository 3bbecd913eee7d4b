package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.image.FileTarget;

/** A disk of a virtual board as the place of a copy: the image becomes a new base beside the old one, and takes its place at the commit. */
final class DiskTarget implements BlockTarget {

	private final Disk disk;
	private final String image;

	DiskTarget(Disk disk, String image) {
		this.disk = disk;
		this.image = image;
	}

	@Override
	public String identity() {
		return disk.identity();
	}

	@Override
	public OptionalLong capacity() {
		return OptionalLong.empty();
	}

	@Override
	public boolean staged() {
		return true;
	}

	@Override
	public Session open() throws BenchException {
		disk.sweep();
		final Path base = disk.newBase();
		return new Staged(base, new FileTarget(base).open());
	}

	private final class Staged implements Session {

		private final Path base;
		private final Session file;

		Staged(Path base, Session file) {
			this.base = base;
			this.file = file;
		}

		@Override
		public void write(ByteBuffer data, long position) throws IOException {
			file.write(data, position);
		}

		@Override
		public int read(ByteBuffer data, long position) throws IOException {
			return file.read(data, position);
		}

		@Override
		public void sync() throws IOException {
			file.sync();
		}

		@Override
		public void commit(long length) throws IOException {
			file.commit(length);
			try {
				disk.rebase(base, image, length);
			} catch (BenchException e) {
				throw new IOException(e.getMessage(), e);
			}
		}

		@Override
		public void close() throws IOException {
			file.close();
		}
	}
}
