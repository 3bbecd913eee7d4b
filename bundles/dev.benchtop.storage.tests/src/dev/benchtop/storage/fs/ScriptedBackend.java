package dev.benchtop.storage.fs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;

/** A storage of one file and one listing, that breaks, blocks and changes as a test wants it. */
final class ScriptedBackend implements Backend {

	/** The bytes of the file; null for none. */
	byte[] content = new byte[0];
	Optional<String> etag = Optional.of("\"1\"");
	Instant modified = Instant.EPOCH;
	Reading reading = Reading.STREAM;

	/** After so many bytes each stream breaks; -1 for never. */
	int breakAfter = -1;

	/** What the next calls throw. */
	final Deque<Kind> failures = new ArrayDeque<>();

	/** What each read of a stream and each piece of an upload throws; null for nothing. */
	Error error;

	/** Blocks reads and writes, and opening if {@code blockOpen}. */
	CountDownLatch block;
	boolean blockOpen;
	final CountDownLatch blocked = new CountDownLatch(1);

	/** What {@link #list} tells. */
	List<Entry> entries = List.of();
	volatile int told;
	boolean listingBreaks;

	/** What was called: {@code read 0+100}. */
	final List<String> calls = new ArrayList<>();
	final AtomicInteger streams = new AtomicInteger();
	final AtomicInteger mostStreams = new AtomicInteger();
	byte[] uploaded;

	@Override
	public Abilities abilities() {
		return Abilities.all();
	}

	private void call(String words) throws BackendException {
		synchronized (calls) {
			calls.add(words);
			final Kind failure = failures.poll();
			if (failure != null) {
				throw new BackendException(failure, "as scripted");
			}
		}
	}

	/** The calls whose words begin like that. */
	List<String> calls(String start) {
		synchronized (calls) {
			return calls.stream().filter(words -> words.startsWith(start)).toList();
		}
	}

	@Override
	public Entry stat(String key) throws IOException {
		call("stat");
		if (content == null) {
			throw new BackendException(Kind.MISSING, "");
		}
		return new Entry(key, false, content.length, Optional.of(modified), etag, Optional.empty(), Optional.empty(), Optional.empty());
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		call("list");
		for (final Entry entry : entries) {
			sink.accept(entry);
			told++;
		}
		if (listingBreaks) {
			throw new BackendException(Kind.BROKEN, "as scripted");
		}
		call("end of listing");
	}

	@Override
	public Reading reading() {
		return reading;
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> wanted) throws IOException {
		call("read " + offset + '+' + length);
		if (blockOpen) {
			await();
		}
		if (wanted.isPresent() && !wanted.equals(etag)) {
			throw new BackendException(Kind.CHANGED, "412 Precondition Failed");
		}
		final int end = length < 0 ? content.length : (int) Math.min(content.length, offset + length);
		mostStreams.accumulateAndGet(streams.incrementAndGet(), Math::max);
		return new InputStream() {
			private int position = (int) offset;
			private boolean closed;

			@Override
			public int read() {
				throw new UnsupportedOperationException();
			}

			@Override
			public int read(byte[] bytes, int from, int count) throws IOException {
				if (block != null) {
					await();
				}
				if (error != null) {
					throw error;
				}
				if (breakAfter >= 0 && position - offset >= breakAfter) {
					throw new IOException("Connection reset");
				}
				if (position >= end) {
					return -1;
				}
				final int most = breakAfter < 0 ? count : (int) Math.min(count, breakAfter - (position - offset));
				final int given = Math.min(most, end - position);
				System.arraycopy(content, position, bytes, from, given);
				position += given;
				return given;
			}

			@Override
			public void close() {
				if (!closed) {
					closed = true;
					streams.decrementAndGet();
				}
			}
		};
	}

	private void await() throws IOException {
		blocked.countDown();
		try {
			block.await();
		} catch (final InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		call("write " + size);
		return new Upload() {
			private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

			@Override
			public void write(ByteBuffer data) throws IOException {
				call("upload");
				if (error != null) {
					throw error;
				}
				if (block != null) {
					await();
				}
				final byte[] piece = new byte[data.remaining()];
				data.get(piece);
				bytes.writeBytes(piece);
			}

			@Override
			public void commit() throws IOException {
				call("commit");
				uploaded = bytes.toByteArray();
			}

			@Override
			public void close() throws IOException {
				call("close upload");
				if (block != null) {
					block.countDown();
				}
			}
		};
	}

	@Override
	public void createFolder(String key) throws IOException {
		call("createFolder");
	}

	@Override
	public void copy(String from, String to) throws IOException {
		call("copy");
	}

	@Override
	public void rename(String from, String to) throws IOException {
		call("rename");
	}

	@Override
	public void delete(String key) throws IOException {
		call("delete");
	}

	@Override
	public void deleteTree(String key) throws IOException {
		call("deleteTree");
	}

	@Override
	public void close() throws IOException {
		call("close");
	}
}
