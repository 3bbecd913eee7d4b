package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** What is done with all of a folder. Off the UI thread. */
final class TreeWork {

	/** How much there is. */
	record Amount(long files, long folders, long bytes) {

		static final Amount NOTHING = new Amount(0, 0, 0);

		Amount with(Row row) {
			return row.folder() ? new Amount(files, folders + 1, bytes) : new Amount(files + 1, folders, bytes + row.size());
		}

		Amount plus(Amount other) {
			return new Amount(files + other.files, folders + other.folders, bytes + other.bytes);
		}
	}

	private TreeWork() {
	}

	/** Counts what lies below a folder, without the folder itself; {@code sofar} hears it grow. */
	static Amount count(StorageRoom room, Place folder, CancelToken token, Consumer<Amount> sofar) throws IOException, BenchException {
		final Path path = room.open(folder).path();
		if (folder.isLocal()) {
			return count(path, token, sofar);
		}
		Amount amount = Amount.NOTHING;
		try (var all = room.storage(folder).scan(path)) {
			for (final Path found : all) {
				token.check();
				amount = amount.with(FolderReader.row(found));
				sofar.accept(amount);
			}
		} catch (DirectoryIteratorException e) {
			throw e.getCause();
		}
		return amount;
	}

	/** The same of a folder of this computer; links are not followed. */
	static Amount count(Path folder, CancelToken token, Consumer<Amount> sofar) throws IOException {
		final Amount[] amount = {Amount.NOTHING};
		final List<String> folders = new ArrayList<>();
		FolderReader.read(folder, token, row -> {
			amount[0] = amount[0].with(row);
			if (row.folder() && !isLink(folder.resolve(row.name()))) {
				folders.add(row.name());
			}
		});
		sofar.accept(amount[0]);
		for (final String name : folders) {
			if (!token.isCancelled()) {
				final Amount before = amount[0];
				amount[0] = before.plus(count(folder.resolve(name), token, below -> sofar.accept(before.plus(below))));
			}
		}
		return amount[0];
	}

	/** Deletes a file, or a folder with all below it; never what a link leads to. */
	static void delete(StorageRoom room, Target target, CancelToken token, Consumer<Path> deleted) throws IOException, BenchException {
		final Path path = room.open(target.place()).path();
		if (target.place().isLocal()) {
			delete(path, target.folder(), token, deleted);
		} else {
			room.storage(target.place()).deleteTree(path);
			deleted.accept(path);
		}
	}

	/** The same on this computer. */
	static void delete(Path path, boolean folder, CancelToken token, Consumer<Path> deleted) throws IOException, BenchException {
		token.check();
		if (folder && !isLink(path)) {
			final List<Row> rows = new ArrayList<>();
			FolderReader.read(path, token, rows::add);
			for (final var row : rows) {
				delete(path.resolve(row.name()), row.folder(), token, deleted);
			}
		}
		Files.deleteIfExists(path);
		deleted.accept(path);
	}

	private static boolean isLink(Path path) {
		return path.getFileSystem() == FileSystems.getDefault() && Files.isSymbolicLink(path);
	}
}
