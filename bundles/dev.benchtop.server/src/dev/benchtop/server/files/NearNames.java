package dev.benchtop.server.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.benchtop.core.capability.LocalPath;

/** Finds what a client may have meant whose name is not there. */
final class NearNames {

	private static final int LISTED = 3;
	private static final int LOOKED_AT = 2000;
	private static final int DEPTH = 4;

	private NearNames() {
	}

	/** Names of what is served that are nearly {@code name}, the nearest first; looks at so many names at most. May take long on a distant storage. */
	static List<String> of(String name, ServedFiles files) {
		final Set<String> there = new LinkedHashSet<>(files.published().keySet());
		files.root().ifPresent(root -> collect(root, name, there));
		return nearest(name, there);
	}

	static List<String> nearest(String name, Collection<String> there) {
		record Candidate(String name, int distance) {
		}
		final int allowed = Math.max(2, last(name).length() / 3);
		return there.stream().map(other -> new Candidate(other, Math.min(distance(name, other), distance(last(name), last(other)))))
				.filter(candidate -> candidate.distance() <= allowed)
				.sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(LISTED).map(Candidate::name).toList();
	}

	/** A local tree is walked; of another storage, where each folder costs a request, only the root and the folder that is meant are read. */
	private static void collect(Path root, String name, Set<String> there) {
		try {
			final var folder = LocalPath.of(root);
			if (folder.isPresent()) {
				walk(folder.get(), there);
				return;
			}
			list(root, root, there);
			final int slash = name.lastIndexOf('/');
			if (slash > 0) {
				list(root, root.resolve(String.join("/", FileName.parts(name.substring(0, slash)))), there); //$NON-NLS-1$
			}
		} catch (IOException | RuntimeException _) {
			return; // what could be read is enough for a hint
		}
	}

	private static void walk(Path root, Set<String> there) throws IOException {
		Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (!attributes.isDirectory()) {
					there.add(relative(root, file));
				}
				return there.size() < LOOKED_AT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) {
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private static void list(Path root, Path folder, Set<String> there) throws IOException {
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (final Path entry : entries) {
				if (there.size() >= LOOKED_AT) {
					return;
				}
				there.add(relative(root, entry));
			}
		}
	}

	private static String relative(Path root, Path file) {
		return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/"); //$NON-NLS-1$
	}

	private static String last(String name) {
		return name.substring(name.lastIndexOf('/') + 1);
	}

	/** The number of letters to put in, take out, change or swap, whatever their case. */
	private static int distance(String one, String other) {
		final String a = one.toLowerCase(Locale.ROOT);
		final String b = other.toLowerCase(Locale.ROOT);
		int[] beforeLast = new int[b.length() + 1];
		int[] last = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			final var row = new int[b.length() + 1];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				final int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
			}
			beforeLast = last;
			last = row;
		}
		return last[b.length()];
	}
}
