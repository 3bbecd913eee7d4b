package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.UnaryOperator;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Tells failures of a storage as NIO does, with storage, path, operation and the server's own words in each. */
final class Failures {

	private final UnaryOperator<String> places;

	/** @param places how users name what lies under a key */
	Failures(UnaryOperator<String> places) {
		this.places = places;
	}

	/** The exception that says what failed; one that is no backend's is told with its own words. */
	IOException of(Operation operation, String key, IOException failure) {
		if (failure instanceof FileSystemException told) {
			return told;
		}
		final Kind kind = failure instanceof BackendException known ? known.kind() : Kind.FAILED;
		final IOException told = of(kind, place(key), reason(operation, kind, failure.getMessage()));
		told.initCause(failure);
		return told;
	}

	/** A failure that no server told. */
	IOException of(Operation operation, String key, Kind kind, String words) {
		return of(kind, place(key), reason(operation, kind, words));
	}

	/** What users name it: {@code STORAGE:/a/b}. */
	String place(String key) {
		return places.apply(key);
	}

	private static IOException of(Kind kind, String place, String reason) {
		return switch (kind) {
			case MISSING -> new NoSuchFileException(place, null, reason);
			case EXISTS -> new FileAlreadyExistsException(place, null, reason);
			case DENIED -> new AccessDeniedException(place, null, reason);
			case NOT_FOLDER -> new NoFolder(place, reason);
			case NOT_EMPTY -> new NotEmpty(place, reason);
			case CLOSED -> throw new ClosedFileSystemException();
			case IS_FOLDER, UNSUPPORTED, CHANGED, BROKEN, FAILED -> new FileSystemException(place, null, reason);
		};
	}

	private static String reason(Operation operation, Kind kind, String words) {
		final String why = switch (kind) {
			case MISSING -> Messages.Failures_missing;
			case EXISTS -> Messages.Failures_exists;
			case DENIED -> Messages.Failures_denied;
			case NOT_FOLDER -> Messages.Failures_notFolder;
			case IS_FOLDER -> Messages.Failures_isFolder;
			case NOT_EMPTY -> Messages.Failures_notEmpty;
			case CHANGED -> Messages.Failures_changed;
			case BROKEN -> Messages.Failures_broken;
			case UNSUPPORTED, FAILED, CLOSED -> ""; //$NON-NLS-1$
		};
		final String said = words == null ? "" : words; //$NON-NLS-1$
		final String separator = why.isEmpty() || said.isEmpty() ? "" : ": "; //$NON-NLS-1$ //$NON-NLS-2$
		return NLS.bind(Messages.Failures_reason, operation.words(), why + separator + said);
	}

	/** The exception of NIO has no place for a reason. */
	private static final class NoFolder extends NotDirectoryException {
		private static final long serialVersionUID = 1L;
		private final String reason;

		NoFolder(String file, String reason) {
			super(file);
			this.reason = reason;
		}

		@Override
		public String getReason() {
			return reason;
		}
	}

	/** The exception of NIO has no place for a reason. */
	private static final class NotEmpty extends DirectoryNotEmptyException {
		private static final long serialVersionUID = 1L;
		private final String reason;

		NotEmpty(String file, String reason) {
			super(file);
			this.reason = reason;
		}

		@Override
		public String getReason() {
			return reason;
		}
	}
}
