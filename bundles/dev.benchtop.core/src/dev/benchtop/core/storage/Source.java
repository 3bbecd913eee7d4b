package dev.benchtop.core.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** The file that a transfer reads, from any place in it; goes on where it was when a storage has broken off. Closing it ends a read that blocks. */
final class Source implements ReadableByteChannel {

	private final Location place;
	private final Stamp stamp;
	private final CancelToken token;
	private final Patience patience;
	private final CancelToken.Registration registration;
	private volatile SeekableByteChannel channel;
	private volatile boolean closed;
	private final long end;
	private long position;

	/** The file from byte {@code position} on; opened when it is first read. */
	Source(Location place, Stamp stamp, long position, CancelToken token, Duration pause) {
		this(place, stamp, position, Long.MAX_VALUE, token, pause);
	}

	/** The file from byte {@code position} to before byte {@code end}, or to its own end. */
	Source(Location place, Stamp stamp, long position, long end, CancelToken token, Duration pause) {
		this.place = place;
		this.stamp = stamp;
		this.position = position;
		this.end = stamp.size() > 0 ? Math.min(end, stamp.size()) : end;
		this.token = token;
		this.patience = new Patience(token, pause);
		this.registration = token.onCancel(this::stop);
	}

	Stamp stamp() {
		return stamp;
	}

	/** The channel where it is one of the operating system, standing at the first byte that is wanted. */
	Optional<FileChannel> file() throws IOException {
		if (!Stamp.isLocal(place.path()) || !stamp.isFile() || stamp.size() == 0) {
			return Optional.empty();
		}
		try {
			return open(false) instanceof FileChannel file ? Optional.of(file) : Optional.empty();
		} catch (IOException e) {
			throw new SourceException(e);
		}
	}

	/** Reads on; never beyond the size that the file had, and never short of it. */
	@Override
	public int read(ByteBuffer buffer) throws IOException {
		boolean again = false;
		for (;;) {
			try {
				return more(buffer, again);
			} catch (IOException e) {
				drop();
				await(e);
				again = true;
			} catch (UnsupportedOperationException e) {
				throw new SourceException(e);
			}
		}
	}

	private int more(ByteBuffer buffer, boolean again) throws IOException {
		final long left = end - position;
		if (left <= 0) {
			return -1;
		}
		final int limit = buffer.limit();
		buffer.limit((int) Math.min(limit - buffer.position(), left) + buffer.position());
		final int count;
		try {
			count = open(again).read(buffer);
		} finally {
			buffer.limit(limit);
		}
		if (count < 0 && stamp.size() > 0) {
			throw new EOFException(NLS.bind(Messages.Source_short, position, stamp.size()));
		}
		if (count > 0) {
			position += count;
			patience.reward();
		}
		return count;
	}

	private SeekableByteChannel open(boolean again) throws IOException {
		SeekableByteChannel open = channel;
		if (open == null) {
			if (again && !Stamp.of(place.path()).equals(stamp)) {
				throw new SourceException(new IOException(Messages.Source_changed));
			}
			open = Files.newByteChannel(place.path());
			channel = open;
			if (closed) {
				drop();
			} else if (position > 0) {
				open.position(position);
			}
		}
		return open;
	}

	private void await(IOException failure) throws SourceException {
		if (failure instanceof SourceException known) {
			throw known;
		}
		if (closed) {
			throw new SourceException(failure);
		}
		try {
			patience.afterFailure(failure, place.path());
		} catch (IOException | BenchException e) {
			throw new SourceException(e);
		}
	}

	private void drop() {
		final var open = channel;
		channel = null;
		if (open != null) {
			Channels.close(open);
		}
	}

	private void stop() {
		closed = true;
		final var open = channel;
		if (open != null) {
			Channels.close(open);
		}
	}

	@Override
	public boolean isOpen() {
		return !closed && !token.isCancelled();
	}

	@Override
	public void close() {
		registration.close();
		stop();
	}
}
