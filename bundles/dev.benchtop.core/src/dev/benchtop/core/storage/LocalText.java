package dev.benchtop.core.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import dev.benchtop.core.BenchException;

/** Local paths as people write them. */
final class LocalText {

	private static final Pattern LOCAL = Pattern.compile("(/|\\.{1,2}(/|$)|~(/|$)|file:).*", Pattern.DOTALL); //$NON-NLS-1$
	private static final String FILE = "file:"; //$NON-NLS-1$

	private LocalText() {
	}

	/** Whether a text can name nothing but a local file. */
	static boolean isLocal(String text) {
		return LOCAL.matcher(text).matches();
	}

	static Location locate(String text, Path workingFolder) throws BenchException {
		try {
			return Location.of(tidy(workingFolder.resolve(text.startsWith(FILE) ? ofUrl(text) : atHome(text)).toAbsolutePath()));
		} catch (InvalidPathException e) {
			throw BenchException.usage(Messages.Locations_noPath).where(text).why(e.getReason()).build();
		}
	}

	private static String atHome(String text) {
		return text.equals("~") || text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** The path of a file URL (RFC 8089); what is no URL behind {@code file:} is taken as it stands. */
	private static String ofUrl(String text) throws BenchException {
		final URI uri;
		try {
			uri = URI.create(text);
		} catch (IllegalArgumentException e) {
			return text.substring(FILE.length()).replaceFirst("^//(localhost)?(?=/)", ""); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (uri.getHost() != null && !uri.getHost().equals("localhost")) { //$NON-NLS-1$
			throw BenchException.usage(Messages.Locations_otherHost).where(text).build();
		}
		return uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
	}

	/** Without {@code .} and {@code ..}; the latter are followed where they lead, behind links too. */
	private static Path tidy(Path path) {
		for (final Path name : path) {
			if (name.toString().equals("..") && Files.exists(path)) { //$NON-NLS-1$
				try {
					return path.toRealPath();
				} catch (IOException e) {
					return path;
				}
			}
		}
		return path.normalize();
	}
}
