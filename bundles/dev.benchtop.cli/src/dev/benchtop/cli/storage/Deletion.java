package dev.benchtop.cli.storage;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.PathFailure;

/** Deletes one file or tree, and counts what goes. */
final class Deletion {

	private final Location place;
	private final CancelToken token;
	private long files;
	private long folders;
	private long bytes;

	Deletion(Location place, CancelToken token) {
		this.place = place;
		this.token = token;
	}

	/** Deletes a file; a link goes, and not what it leads to. */
	void file() throws BenchException {
		try {
			bytes = Files.readAttributes(place.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
			Files.delete(place.path());
			files = 1;
		} catch (IOException | UnsupportedOperationException e) {
			throw failure(e);
		}
	}

	/** Deletes a folder and all below it; the folder of a root stays. */
	void tree() throws BenchException {
		final Optional<Storage> storage = Place.storage(place);
		try {
			if (storage.isPresent()) {
				new Walk(place, token).tree(found -> count(found.attributes()));
				token.check();
				storage.get().deleteTree(place.path());
				folders++;
			} else {
				walk();
			}
		} catch (IOException | UnsupportedOperationException e) {
			throw failure(e);
		}
	}

	private BenchException failure(Exception reason) throws BenchException {
		token.check();
		return PathFailure.of(reason instanceof DirectoryNotEmptyException ? Messages.Deletion_filled : Messages.Deletion_failed, place.text(), reason);
	}

	private void count(BasicFileAttributes attributes) {
		if (attributes.isDirectory()) {
			folders++;
		} else {
			files++;
			bytes += Math.max(0, attributes.size());
		}
	}

	private void walk() throws IOException {
		Files.walkFileTree(place.path(), new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (token.isCancelled()) {
					return FileVisitResult.TERMINATE;
				}
				Files.delete(file);
				count(attributes);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
				if (failure != null) {
					throw failure;
				}
				if (folder.getFileName() != null) {
					Files.delete(folder);
					folders++;
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	String words() {
		return folders == 0 ? NLS.bind(Messages.Deletion_file, place.text(), new ByteSize(bytes).display())
				: NLS.bind(Messages.Deletion_tree, new Object[] {place.text(), count(files, Messages.Deletion_oneFile, Messages.Deletion_files),
						count(folders, Messages.Deletion_oneFolder, Messages.Deletion_folders), new ByteSize(bytes).display()});
	}

	private static String count(long number, String one, String many) {
		return number == 1 ? one : NLS.bind(many, number);
	}

	Map<String, Object> json() {
		final var json = new LinkedHashMap<String, Object>();
		json.put("location", place.text()); //$NON-NLS-1$
		json.put("files", files); //$NON-NLS-1$
		json.put("folders", folders); //$NON-NLS-1$
		json.put("bytes", bytes); //$NON-NLS-1$
		return json;
	}
}
