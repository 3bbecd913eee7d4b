package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** What a file system says, in words. */
final class Failures {

	private Failures() {
	}

	/** @param what what failed, with {@code {0}} for the place's name */
	static BenchException of(String what, Place place, IOException e) {
		final var error = BenchException.failed(NLS.bind(what, place.name())).where(place.text());
		final String reason = e instanceof FileSystemException own && own.getReason() != null ? own.getReason() : null;
		return switch (e) {
			case NoSuchFileException _ -> error.why(reason == null ? Messages.Failures_missing : reason).next(Messages.Failures_missingNext).build();
			case AccessDeniedException _ -> error.why(reason == null ? Messages.Failures_denied : reason).next(Messages.Failures_deniedNext).build();
			case FileAlreadyExistsException _ -> error.why(Messages.Failures_exists).build();
			case NotDirectoryException _ -> error.why(Messages.Failures_notFolder).build();
			case DirectoryNotEmptyException _ -> error.why(Messages.Failures_notEmpty).build();
			case FileSystemException _ when reason != null -> error.why(reason).build();
			default -> error.why(e).build();
		};
	}
}
