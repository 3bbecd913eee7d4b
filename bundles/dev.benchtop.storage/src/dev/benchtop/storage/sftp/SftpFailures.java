package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.nio.file.FileSystemException;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.NioFailures;

/** Tells failures of SFTP (draft-ietf-secsh-filexfer-13, section 9.1) as a backend does; what no server said is a broken connection. */
final class SftpFailures {

	private SftpFailures() {
	}

	static BackendException of(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SftpException said) {
				return new BackendException(kind(said.getStatus()), words(said), failure);
			}
		}
		if (failure instanceof BackendException || failure instanceof FileSystemException) {
			return NioFailures.of(failure);
		}
		return new BackendException(Kind.BROKEN, words(failure), failure);
	}

	private static String words(IOException failure) {
		return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
	}

	private static Kind kind(int status) {
		return switch (status) {
			case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> Kind.MISSING;
			case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT -> Kind.DENIED;
			case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST -> Kind.BROKEN;
			case SftpConstants.SSH_FX_OP_UNSUPPORTED -> Kind.UNSUPPORTED;
			case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS -> Kind.EXISTS;
			case SftpConstants.SSH_FX_DIR_NOT_EMPTY -> Kind.NOT_EMPTY;
			case SftpConstants.SSH_FX_NOT_A_DIRECTORY -> Kind.NOT_FOLDER;
			case SftpConstants.SSH_FX_FILE_IS_A_DIRECTORY -> Kind.IS_FOLDER;
			default -> Kind.FAILED;
		};
	}
}
