package dev.benchtop.storage.fs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Changes what lies in a storage, counts that, and remembers what was made where that is wanted. */
final class Changes {

	private final Calls calls;
	private final boolean track;
	private final AtomicLong count = new AtomicLong();
	private final CreatedPaths created = new CreatedPaths();
	private final Set<String> foundFolders = ConcurrentHashMap.newKeySet();

	Changes(Calls calls, boolean track) {
		this.calls = calls;
		this.track = track;
	}

	/** Grows with each change. */
	long count() {
		return count.get();
	}

	Set<String> created() {
		return created.all();
	}

	UploadChannel write(String key, long size, Failures failures) throws IOException {
		final List<String> made = missing(key);
		return new UploadChannel(calls.write(key, size), key, size, failures, () -> made(made));
	}

	void createFolder(String key) throws IOException {
		final List<String> made = missing(key);
		calls.createFolder(key);
		made(made);
	}

	void copy(String from, String to) throws IOException {
		final List<String> made = missing(to);
		calls.copy(from, to);
		made(made);
	}

	/** What was made stays known as such at its new place, unless that was there before. */
	void rename(String from, String to) throws IOException {
		final List<String> made = missing(to);
		final boolean fresh = made.contains(to) || created.contains(to);
		final boolean own = created.contains(from);
		calls.rename(from, to);
		created.move(from, to);
		if (!own || !fresh) {
			made.remove(to);
			created.forget(to);
		}
		foundFolders.clear();
		made(made);
	}

	void delete(String key) throws IOException {
		calls.delete(key);
		gone(key);
	}

	void deleteTree(String key) throws IOException {
		calls.deleteTree(key);
		gone(key);
	}

	/** Counts a change that was made past this. */
	void changed() {
		count.incrementAndGet();
	}

	/** Which of a key and its folders are not there yet; empty where nothing is to be remembered. */
	List<String> missing(String key) throws IOException {
		final List<String> missing = new ArrayList<>();
		if (track && !created.contains(key) && calls.find(key).isEmpty()) {
			missing.add(key);
			String folder = Keys.parent(key);
			while (!folder.isEmpty() && !created.contains(folder) && !foundFolders.contains(folder) && calls.find(folder).isEmpty()) {
				missing.add(folder);
				folder = Keys.parent(folder);
			}
			foundFolders.add(folder);
		}
		return missing;
	}

	void made(List<String> keys) {
		created.add(keys);
		changed();
	}

	private void gone(String key) {
		created.remove(key);
		foundFolders.clear();
		changed();
	}

	/** Deletes what was made; what others have put into a folder stays, and the folder with it. */
	void removeCreated() {
		for (final String key : created.deepestFirst()) {
			try {
				calls.delete(key);
			} catch (final NoSuchFileException | DirectoryNotEmptyException e) {
				log(Level.DEBUG, e);
			} catch (final IOException e) {
				log(Level.WARNING, e);
			}
		}
	}

	private static void log(Level level, IOException failure) {
		System.getLogger(Changes.class.getName()).log(level, failure.getMessage(), failure);
	}
}
