package dev.benchtop.storage.backend;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

import dev.benchtop.storage.backend.BackendException.Kind;

/** Tells failures of another file system as a backend does; their paths are left out, since whoever reads them knows another one. */
public final class NioFailures {

	private NioFailures() {
	}

	public static BackendException of(IOException failure) {
		if (failure instanceof BackendException told) {
			return told;
		}
		return new BackendException(kind(failure), words(failure), failure);
	}

	private static Kind kind(IOException failure) {
		return switch (failure) {
			case NoSuchFileException _ -> Kind.MISSING;
			case FileAlreadyExistsException _ -> Kind.EXISTS;
			case AccessDeniedException _ -> Kind.DENIED;
			case NotDirectoryException _ -> Kind.NOT_FOLDER;
			case DirectoryNotEmptyException _ -> Kind.NOT_EMPTY;
			default -> Kind.FAILED;
		};
	}

	private static String words(IOException failure) {
		final String words = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
		return words == null ? "" : words; //$NON-NLS-1$
	}
}
