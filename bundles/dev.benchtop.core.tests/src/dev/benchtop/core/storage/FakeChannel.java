package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import dev.benchtop.core.capability.Abandonable;

/** A channel of a {@link FakeStorage}: moves little at once, so that faults come where they are wanted. */
class FakeChannel implements SeekableByteChannel {

	private static final int STEP = 64 << 10;

	final FileChannel inner;
	private final String name;
	private final FakeProvider.Fault fault;
	private final FakeProvider provider;

	FakeChannel(FileChannel inner, String name, FakeProvider.Fault fault, FakeProvider provider) {
		this.inner = inner;
		this.name = name;
		this.fault = fault;
		this.provider = provider;
	}

	/** A channel that writes; what is written is the file when it is closed. */
	static SeekableByteChannel writing(Path file, String name, FakeProvider.Fault fault, FakeProvider provider) throws IOException {
		final Path unfinished = Files.createTempFile(file.getParent(), ".upload", null);
		return new Writing(unfinished, file, name, fault, provider);
	}

	private static final class Writing extends FakeChannel implements Abandonable {
		private final Path unfinished;
		private final Path file;

		Writing(Path unfinished, Path file, String name, FakeProvider.Fault fault, FakeProvider provider) throws IOException {
			super(FileChannel.open(unfinished, StandardOpenOption.WRITE), name, fault, provider);
			this.unfinished = unfinished;
			this.file = file;
		}

		@Override
		public synchronized void close() throws IOException {
			if (inner.isOpen()) {
				inner.close();
				Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}

		@Override
		public synchronized void abandon() throws IOException {
			if (inner.isOpen()) {
				inner.close();
				Files.delete(unfinished);
			}
		}
	}

	@Override
	public int read(ByteBuffer buffer) throws IOException {
		provider.hold(this, inner.position());
		fault.at(name, inner.position());
		return limited(buffer, inner::read);
	}

	@Override
	public int write(ByteBuffer buffer) throws IOException {
		fault.at(name, inner.position());
		return limited(buffer, inner::write);
	}

	@FunctionalInterface
	private interface Call {
		int on(ByteBuffer buffer) throws IOException;
	}

	private int limited(ByteBuffer buffer, Call call) throws IOException {
		if (!inner.isOpen()) {
			throw new ClosedChannelException();
		}
		final int limit = buffer.limit();
		buffer.limit(Math.min(limit, buffer.position() + STEP));
		try {
			return call.on(buffer);
		} finally {
			buffer.limit(limit);
		}
	}

	@Override
	public long position() throws IOException {
		return inner.position();
	}

	@Override
	public SeekableByteChannel position(long position) throws IOException {
		inner.position(position);
		return this;
	}

	@Override
	public long size() throws IOException {
		return inner.size();
	}

	@Override
	public SeekableByteChannel truncate(long size) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isOpen() {
		return inner.isOpen();
	}

	@Override
	public void close() throws IOException {
		inner.close();
	}
}
