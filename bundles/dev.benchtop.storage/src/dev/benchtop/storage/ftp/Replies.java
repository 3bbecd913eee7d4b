package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.apache.commons.net.ftp.FTPReply;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** What the replies of a server mean. 550 means nearly everything, so its words are looked at. */
final class Replies {

	private static final int CODE_LENGTH = 3;
	private static final int NOT_IMPLEMENTED_FOR_PARAMETER = 504;
	private static final String HIDDEN = "\u2022\u2022\u2022\u2022"; //$NON-NLS-1$

	/** Words of the common servers, the first that fit count. */
	private static final List<Map.Entry<Kind, List<String>>> WORDS = List.of(
			Map.entry(Kind.MISSING, List.of("no such", "not found", "not exist", "n't exist", "cannot find")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			Map.entry(Kind.NOT_EMPTY, List.of("not empty", "non-empty")), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry(Kind.NOT_FOLDER, List.of("not a directory")), //$NON-NLS-1$
			Map.entry(Kind.IS_FOLDER, List.of("is a directory", "not a plain file", "not a regular file")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(Kind.EXISTS, List.of("exists")), //$NON-NLS-1$
			Map.entry(Kind.DENIED, List.of("denied", "not permitted", "privilege", "not allowed", "forbidden", "read-only"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

	private Replies() {
	}

	/** A reply as a failure; {@link Kind#FAILED} where neither code nor words tell more. */
	static BackendException failure(int code, String[] lines, String secret) {
		final String words = words(lines).replace(secret, HIDDEN);
		return new BackendException(kind(code, words.toLowerCase(Locale.ROOT)), words);
	}

	/** The whole reply in one line, its code once. */
	private static String words(String[] lines) {
		if (lines == null || lines.length == 0) {
			return ""; //$NON-NLS-1$
		}
		final String last = lines[lines.length - 1];
		if (last.length() < CODE_LENGTH) {
			return last;
		}
		final String code = last.substring(0, CODE_LENGTH);
		return Stream.of(lines).map(line -> line.startsWith(code) ? line.substring(Math.min(line.length(), CODE_LENGTH + 1)) : line).map(String::strip)
				.filter(line -> !line.isEmpty()).collect(Collectors.joining(" ", code + ' ', "")).strip(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Kind kind(int code, String words) {
		return switch (code) {
			case FTPReply.NOT_LOGGED_IN, FTPReply.NEED_ACCOUNT, FTPReply.NEED_ACCOUNT_FOR_STORING_FILES, FTPReply.DENIED_FOR_POLICY_REASONS -> Kind.DENIED;
			case FTPReply.SERVICE_NOT_AVAILABLE, FTPReply.CANNOT_OPEN_DATA_CONNECTION, FTPReply.TRANSFER_ABORTED, FTPReply.ACTION_ABORTED -> Kind.BROKEN;
			case FTPReply.COMMAND_NOT_IMPLEMENTED, FTPReply.UNRECOGNIZED_COMMAND, NOT_IMPLEMENTED_FOR_PARAMETER -> Kind.UNSUPPORTED;
			case FTPReply.FILE_ACTION_NOT_TAKEN -> meant(words, Kind.BROKEN);
			default -> meant(words, Kind.FAILED);
		};
	}

	private static Kind meant(String words, Kind otherwise) {
		return WORDS.stream().filter(entry -> entry.getValue().stream().anyMatch(words::contains)).map(Map.Entry::getKey).findFirst().orElse(otherwise);
	}

	/** A connection that broke as a failure, with what the server said last where that was the reason. */
	static BackendException broken(IOException e, FtpConnection connection, FtpConfig config) {
		if (connection.getReplyCode() == FTPReply.SERVICE_NOT_AVAILABLE) {
			return connection.failure();
		}
		return switch (e) {
			case SocketTimeoutException _ -> new BackendException(Kind.BROKEN, NLS.bind(Messages.Replies_silent, config.timeout().toSeconds()), e);
			case UnknownHostException _ -> new BackendException(Kind.FAILED, NLS.bind(Messages.Replies_unknownHost, config.host()), e);
			case SSLHandshakeException _ when certificate(e) -> new BackendException(Kind.FAILED, NLS.bind(Messages.Replies_untrusted, e.getMessage()), e);
			case SSLHandshakeException _ -> new BackendException(Kind.FAILED, e.getMessage(), e);
			default -> new BackendException(Kind.BROKEN, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
		};
	}

	private static boolean certificate(Throwable e) {
		return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(CertificateException.class::isInstance);
	}
}
