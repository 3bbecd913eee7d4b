package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Errors of files as a person reads them: the place once, and the reason in the words of the system or server. */
public final class PathFailure {

	private PathFailure() {
	}

	/**
	 * The error of something that was done at a place.
	 *
	 * @param what what failed, a sentence without a full stop
	 */
	public static BenchException of(String what, String place, Exception reason) {
		if (reason instanceof IOException && reason.getCause() instanceof BenchException told) {
			return told;
		}
		if (reason instanceof FileSystemException told && told.getReason() != null && told.getFile() != null
				&& (Locations.onBench(told.getFile()) || Urls.isUrl(told.getFile()))) {
			return ofStorage(told, place);
		}
		final var failure = BenchException.failed(what).where(place).why(reason);
		words(reason).ifPresent(failure::why);
		return failure.build();
	}

	/** A storage says in its reason what failed, and why behind a colon; it may name itself in other words than the user. */
	private static BenchException ofStorage(FileSystemException told, String place) {
		final String[] parts = told.getReason().split(": ", 2); //$NON-NLS-1$
		final var failure = BenchException.failed(NLS.bind(Messages.PathFailure_it, parts[0])).where(sameFile(told.getFile(), place) ? place : told.getFile()).why(told);
		return (parts.length > 1 ? failure.why(parts[1]) : failure.why((String) null)).build();
	}

	/** What happened, without the path that stands before it anyway. */
	private static Optional<String> words(Exception reason) {
		final Optional<String> own = reason instanceof FileSystemException failure ? Optional.ofNullable(failure.getReason()).filter(text -> !text.isBlank())
				: Optional.empty();
		return own.or(() -> Optional.ofNullable(switch (reason) {
		case NoSuchFileException _ -> Messages.PathFailure_missing;
		case AccessDeniedException _ -> Messages.PathFailure_denied;
		case FileAlreadyExistsException _ -> Messages.PathFailure_exists;
		case DirectoryNotEmptyException _ -> Messages.PathFailure_notEmpty;
		case NotDirectoryException _ -> Messages.PathFailure_notFolder;
		case UnsupportedOperationException unsupported when unsupported.getMessage() == null -> Messages.PathFailure_unsupported;
		default -> null;
		}));
	}

	/** The storage that is made for a URL calls itself and its folders as it likes, but the file by its name. */
	private static boolean sameFile(String told, String place) {
		return Urls.isUrl(place) ? Urls.name(told).equals(Urls.name(place)) : path(told).equals(path(place));
	}

	private static String path(String place) {
		return place.substring(place.indexOf(':') + 1);
	}
}
