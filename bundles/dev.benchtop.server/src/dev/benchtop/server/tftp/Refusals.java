package dev.benchtop.server.tftp;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** What a client is told when something goes wrong here: a code and words without a path of this machine. */
final class Refusals {

	private Refusals() {
	}

	static TftpRefusal of(Exception cause) {
		return switch (cause) {
		case final TftpRefusal refusal -> refusal;
		case final NoSuchFileException e -> new TftpRefusal(TftpError.FILE_NOT_FOUND, "File not found"); //$NON-NLS-1$
		case final AccessDeniedException e -> new TftpRefusal(TftpError.ACCESS_VIOLATION, "Access violation"); //$NON-NLS-1$
		case final FileAlreadyExistsException e -> new TftpRefusal(TftpError.FILE_EXISTS, "File already exists"); //$NON-NLS-1$
		default -> full(cause) ? new TftpRefusal(TftpError.DISK_FULL, "Disk full") //$NON-NLS-1$
				: new TftpRefusal(TftpError.UNDEFINED, "The server has a problem with this file"); //$NON-NLS-1$
		};
	}

	private static boolean full(Exception cause) {
		final var text = String.valueOf(cause.getMessage());
		return text.contains("No space left") || text.contains("quota") || text.contains("not enough space"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
