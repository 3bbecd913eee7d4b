package dev.benchtop.storage.oci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps a folder of blobs below a size: those go first whose use was the longest ago, as their time of access tells. */
final class LeastUsed {

	private final Path folder;
	private final long limit;

	/** @param limit bytes */
	LeastUsed(Path folder, long limit) {
		this.folder = folder;
		this.limit = limit;
	}

	private record Blob(Path file, long size, FileTime used) { }

	/** Says that a blob is used now. */
	void used(Path blob) throws IOException {
		Files.getFileAttributeView(blob, BasicFileAttributeView.class).setTimes(null, FileTime.from(Instant.now()), null);
	}

	/** Makes room for a new blob, which stays whatever its size. */
	void makeRoomFor(Path blob) throws IOException {
		used(blob);
		final List<Blob> others = others(blob);
		long size = Files.size(blob) + others.stream().mapToLong(Blob::size).sum();
		others.sort(Comparator.comparing(Blob::used));
		for (final Blob each : others) {
			if (size <= limit) {
				return;
			}
			Files.deleteIfExists(each.file());
			size -= each.size();
		}
	}

	/** All complete blobs but one. */
	private List<Blob> others(Path one) throws IOException {
		final List<Blob> blobs = new ArrayList<>();
		try (var algorithms = Files.newDirectoryStream(folder)) {
			for (final Path algorithm : algorithms) {
				try (var files = Files.newDirectoryStream(algorithm, file -> !file.equals(one) && !file.toString().endsWith(".part"))) { //$NON-NLS-1$
					for (final Path file : files) {
						add(blobs, file);
					}
				}
			}
		}
		return blobs;
	}

	private static void add(List<Blob> blobs, Path file) throws IOException {
		try {
			final var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			blobs.add(new Blob(file, attributes.size(), attributes.lastAccessTime()));
		} catch (NoSuchFileException e) {
			// another process has made room meanwhile
		}
	}
}
