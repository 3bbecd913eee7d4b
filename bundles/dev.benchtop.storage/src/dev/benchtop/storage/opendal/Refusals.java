package dev.benchtop.storage.opendal;

import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.opendal.OpenDALException;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * Makes one sentence of an error of OpenDAL, whose message is a debug dump: {@code Code (temporary) at operation => words}, then sections
 * {@code Context:}, {@code Source:} and {@code Backtrace:}.
 */
final class Refusals {

	private static final Pattern WORDS = Pattern.compile("\\A[^\\n]*? => ([^\\n]*)"); //$NON-NLS-1$
	private static final Pattern STATUS = Pattern.compile("response: Parts \\{ status: (\\d{3})"); //$NON-NLS-1$
	private static final Pattern CODE = Pattern.compile("\\b(?:code|error_code): \"([^\"]+)\""); //$NON-NLS-1$
	private static final Pattern MESSAGE = Pattern.compile("\\bmessage: \"([^\"]*)\""); //$NON-NLS-1$
	private static final Pattern SOURCE = Pattern.compile("\\nSource:\\s*\\n\\s*([^\\n]+)"); //$NON-NLS-1$
	private static final Pattern SERVER = Pattern.compile("\\bur[li]: \\w+://(?:[^/@\\s]*@)?([^/\\s?]+)"); //$NON-NLS-1$
	private static final Pattern OS_ERROR = Pattern.compile(" \\(os error \\d+\\)"); //$NON-NLS-1$
	private static final Pattern NAME_UNKNOWN = Pattern.compile("dns error|lookup address", Pattern.CASE_INSENSITIVE); //$NON-NLS-1$
	private static final int LONGEST = 200;

	private Refusals() {
	}

	static BackendException of(OpenDALException failure) {
		final String text = String.valueOf(failure.getMessage());
		final Optional<String> words = group(WORDS, text);
		final Optional<String> status = group(STATUS, text);
		if (status.isPresent()) {
			final Optional<String> code = words.flatMap(said -> group(CODE, said));
			final Optional<String> message = words.flatMap(said -> group(MESSAGE, said)).or(() -> code.isPresent() ? Optional.empty() : words);
			final var told = ServerWords.failure(Integer.parseInt(status.get()), code, message);
			return new BackendException(kind(failure.getCode()).orElse(told.kind()), told.getMessage());
		}
		final Optional<String> source = group(SOURCE, text);
		if (source.isPresent()) {
			return connection(text, source.get());
		}
		final String said = words.map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + '\u2026' : line).orElse(failure.getCode().name());
		final boolean again = text.contains("(temporary)") && failure.getCode() == OpenDALException.Code.Unexpected; //$NON-NLS-1$
		return new BackendException(again ? Kind.BROKEN : kind(failure.getCode()).orElse(Kind.FAILED), said);
	}

	private static BackendException connection(String text, String source) {
		final String innermost = OS_ERROR.matcher(source.substring(source.lastIndexOf(": ") + 1)).replaceAll("").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		final boolean unknown = NAME_UNKNOWN.matcher(source).find();
		return new BackendException(unknown ? Kind.FAILED : Kind.BROKEN,
				group(SERVER, text).map(server -> NLS.bind(Messages.Link_at, server, unknown ? Messages.Link_unknownHost : innermost)).orElse(innermost));
	}

	private static Optional<Kind> kind(OpenDALException.Code code) {
		return switch (code) {
		case NotFound -> Optional.of(Kind.MISSING);
		case PermissionDenied -> Optional.of(Kind.DENIED);
		case IsADirectory -> Optional.of(Kind.IS_FOLDER);
		case NotADirectory -> Optional.of(Kind.NOT_FOLDER);
		case AlreadyExists -> Optional.of(Kind.EXISTS);
		case Unsupported -> Optional.of(Kind.UNSUPPORTED);
		case RateLimited -> Optional.of(Kind.BROKEN);
		case ConditionNotMatch -> Optional.of(Kind.CHANGED);
		case ConfigInvalid, IsSameFile, RangeNotSatisfied -> Optional.of(Kind.FAILED);
		case Unexpected -> Optional.empty();
		};
	}

	private static Optional<String> group(Pattern pattern, String text) {
		final var match = pattern.matcher(text);
		return match.find() ? Optional.of(match.group(1)) : Optional.empty();
	}
}
