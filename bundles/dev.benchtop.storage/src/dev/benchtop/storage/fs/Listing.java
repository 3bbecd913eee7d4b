package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.Entry;

/** What lies in a folder, named while the storage still lists; a bounded part of it waits to be taken. */
final class Listing implements DirectoryStream<Path> {

	private static final int WAITING = 1024;

	/** Lists into a sink; fails with the exception that a caller is to see. */
	@FunctionalInterface
	interface Source {
		void list(Backend.Sink sink) throws IOException;
	}

	private final Handover<Entry> entries = new Handover<>(WAITING);
	private final Function<Entry, Path> paths;
	private final Filter<? super Path> filter;
	private boolean iterated;

	private Listing(Function<Entry, Path> paths, Filter<? super Path> filter) {
		this.paths = paths;
		this.filter = filter;
	}

	/** Starts to list in another thread, and waits for the first entry: where the folder cannot be listed at all, this fails. */
	static Listing start(Executor threads, Source source, Function<Entry, Path> paths, Filter<? super Path> filter) throws IOException {
		final var listing = new Listing(paths, filter);
		threads.execute(() -> listing.fetch(source));
		listing.entries.peek();
		return listing;
	}

	private void fetch(Source source) {
		try {
			source.list(entries::put);
			entries.end(null);
		} catch (final IOException e) {
			entries.end(e);
		} catch (final RuntimeException | Error e) {
			entries.end(new IOException(e));
		}
	}

	@Override
	public synchronized Iterator<Path> iterator() {
		if (iterated || entries.isClosed()) {
			throw new IllegalStateException();
		}
		iterated = true;
		return new Paths();
	}

	@Override
	public void close() {
		entries.close();
	}

	private final class Paths implements Iterator<Path> {

		private Path next;

		@Override
		public boolean hasNext() {
			try {
				while (next == null && !entries.isClosed()) {
					final Entry entry = entries.take();
					if (entry == null) {
						return false;
					}
					final Path path = paths.apply(entry);
					next = filter.accept(path) ? path : null;
				}
				return next != null;
			} catch (final ClosedChannelException e) {
				return false;
			} catch (final IOException e) {
				throw new DirectoryIteratorException(e);
			}
		}

		@Override
		public Path next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			final Path found = next;
			next = null;
			return found;
		}
	}
}
