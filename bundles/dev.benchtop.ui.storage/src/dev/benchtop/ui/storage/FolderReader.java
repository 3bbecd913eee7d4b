package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.StorageAttributes;

/** Reads a folder entry by entry. */
final class FolderReader {

	private static final int LONGEST_END = 8;

	private FolderReader() {
	}

	/** Names what lies in a folder, as it comes; cancelling closes the listing. Off the UI thread. */
	static void read(Path folder, CancelToken token, Consumer<Row> rows) throws IOException {
		try (var stream = Files.newDirectoryStream(folder); var _ = token.onCancel(() -> closeQuietly(stream))) {
			for (final Path path : stream) {
				if (token.isCancelled()) {
					return;
				}
				rows.accept(row(path));
			}
		} catch (DirectoryIteratorException e) {
			if (!token.isCancelled()) {
				throw e.getCause();
			}
		} catch (ClosedDirectoryStreamException e) {
			if (!token.isCancelled()) {
				throw e;
			}
		}
	}

	/** What is known of one path; one that vanished or cannot be looked at is a row with its name alone. */
	static Row row(Path path) {
		final String name = name(path);
		try {
			if (path.getFileSystem().provider().getScheme().equals("file")) { //$NON-NLS-1$
				final var attributes = local(path);
				return row(name, attributes, "", ""); //$NON-NLS-1$ //$NON-NLS-2$
			}
			final var attributes = Files.readAttributes(path, StorageAttributes.class);
			return row(name, attributes, attributes.contentType().map(FolderReader::essence).orElse(""), attributes.etag().orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException | UnsupportedOperationException _) {
			return new Row(name, false, 0, Row.UNKNOWN, ending(name), ""); //$NON-NLS-1$
		}
	}

	/** Of a link what it leads to, of a broken link the link. */
	private static BasicFileAttributes local(Path path) throws IOException {
		final var own = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		if (!own.isSymbolicLink()) {
			return own;
		}
		try {
			return Files.readAttributes(path, BasicFileAttributes.class);
		} catch (IOException _) {
			return own;
		}
	}

	private static Row row(String name, BasicFileAttributes attributes, String type, String etag) {
		final boolean folder = attributes.isDirectory();
		final long millis = attributes.lastModifiedTime().toMillis();
		return new Row(name, folder, folder ? 0 : attributes.size(), millis == 0 ? Row.UNKNOWN : millis,
				folder ? "" : type.isEmpty() ? ending(name) : type, etag); //$NON-NLS-1$
	}

	/** A media type without its parameters. */
	private static String essence(String type) {
		final int end = type.indexOf(';');
		return end < 0 ? type : type.substring(0, end).strip();
	}

	private static String name(Path path) {
		final Path name = path.getFileName();
		final String text = name == null ? path.toString() : name.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text; //$NON-NLS-1$
	}

	private static String ending(String name) {
		final int dot = name.lastIndexOf('.');
		final String end = dot <= 0 ? "" : name.substring(dot + 1); //$NON-NLS-1$
		return end.length() > LONGEST_END ? "" : end.toUpperCase(Locale.ROOT); //$NON-NLS-1$
	}

	private static void closeQuietly(java.io.Closeable stream) {
		try {
			stream.close();
		} catch (IOException e) {
			ILog.of(FolderReader.class).info(e.getMessage(), e);
		}
	}
}
