package dev.benchtop.uboot.bundle;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;

/**
 * The files of a tar archive, which may be packed with gzip, in a private folder until they are closed. Nothing is ever written outside of that
 * folder: links and names that lead out of it are refused.
 */
final class Unpacked implements Closeable {

	private static final long LARGEST = 4L << 30;
	private static final int MOST = 10_000;
	private static final int BUFFER = 1 << 20;

	private final Path folder;
	private long left = LARGEST;

	private Unpacked(Path folder) {
		this.folder = folder;
	}

	/** @throws BenchException where it is cancelled */
	static Unpacked of(Path archive, CancelToken token) throws IOException, BenchException {
		final var files = new Unpacked(Files.createTempDirectory("benchtop-bundle")); //$NON-NLS-1$
		try (InputStream in = plain(new BufferedInputStream(Files.newInputStream(archive), BUFFER))) {
			files.fill(in, token);
			return files;
		} catch (IOException | BenchException | RuntimeException e) {
			files.close();
			throw e;
		}
	}

	Path folder() {
		return folder;
	}

	private static InputStream plain(InputStream in) throws IOException {
		in.mark(2);
		final boolean packed = in.read() == 0x1f && in.read() == 0x8b;
		in.reset();
		return packed ? new GZIPInputStream(in, BUFFER) : in;
	}

	private void fill(InputStream in, CancelToken token) throws IOException, BenchException {
		final var tar = new TarArchiveInputStream(in, "UTF-8"); //$NON-NLS-1$
		int count = 0;
		for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
			if (++count > MOST) {
				throw new IOException(NLS.bind(Messages.Unpacked_many, MOST));
			}
			take(entry, tar, token);
		}
		if (count == 0) {
			throw new IOException(Messages.Unpacked_notTar);
		}
		in.transferTo(OutputStream.nullOutputStream());
	}

	private void take(TarArchiveEntry entry, InputStream content, CancelToken token) throws IOException, BenchException {
		final Path place = place(entry.getName());
		if (entry.isDirectory()) {
			Files.createDirectories(place);
		} else if (isFile(entry)) {
			Files.createDirectories(place.getParent());
			write(place, content, token);
		} else {
			throw new IOException(NLS.bind(Messages.Unpacked_special, entry.getName()));
		}
	}

	private static boolean isFile(TarArchiveEntry entry) {
		return switch (entry.getLinkFlag()) {
		case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> true;
		default -> entry.isSparse();
		};
	}

	private Path place(String name) throws IOException {
		for (final String part : name.split("/")) { //$NON-NLS-1$
			if (part.equals("..") || part.chars().anyMatch(c -> c < ' ') || name.startsWith("/")) { //$NON-NLS-1$ //$NON-NLS-2$
				throw new IOException(NLS.bind(Messages.Unpacked_escape, name));
			}
		}
		return folder.resolve(name).normalize();
	}

	private void write(Path place, InputStream content, CancelToken token) throws IOException, BenchException {
		final byte[] buffer = new byte[BUFFER];
		try (var out = Files.newOutputStream(place)) {
			for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
				token.check();
				left -= count;
				if (left < 0) {
					throw new IOException(NLS.bind(Messages.Unpacked_large, new ByteSize(LARGEST).display()));
				}
				out.write(buffer, 0, count);
			}
		}
	}

	@Override
	public void close() throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path place, IOException failure) throws IOException {
				if (failure != null) {
					throw failure;
				}
				Files.delete(place);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
