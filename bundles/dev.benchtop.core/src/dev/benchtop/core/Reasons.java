package dev.benchtop.core;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.eclipse.osgi.util.NLS;

/** Words for the exceptions whose own message is only a path or nothing. */
final class Reasons {

	private Reasons() {
	}

	static String of(Throwable reason) {
		final String message = reason.getMessage();
		return switch (reason) {
			case FileSystemException e when e.getReason() != null -> message;
			case NoSuchFileException e -> NLS.bind(Messages.Reasons_noSuchFile, e.getFile());
			case AccessDeniedException e -> NLS.bind(Messages.Reasons_accessDenied, e.getFile());
			case FileAlreadyExistsException e -> NLS.bind(Messages.Reasons_alreadyExists, e.getFile());
			default -> message == null || message.isBlank() ? reason.getClass().getSimpleName() : message;
		};
	}
}
