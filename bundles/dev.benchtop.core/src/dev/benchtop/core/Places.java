package dev.benchtop.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Where Benchtop keeps its own files, by the XDG base directory specification. No folder is made before it is used. */
public final class Places {

	private static final String NAME = "benchtop"; //$NON-NLS-1$

	private final Map<String, String> environment;
	private final Path home;

	/**
	 * Places by the variables {@code XDG_CONFIG_HOME}, {@code XDG_CACHE_HOME}, {@code XDG_STATE_HOME} and {@code XDG_RUNTIME_DIR};
	 * as the specification wants, one that is no absolute path does not count.
	 */
	public Places(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
		this.home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The places of the user who runs this process. */
	public static Places system() {
		return new Places(System.getenv());
	}

	/** What the user decided: trust, secrets, preferences. */
	public Path config() {
		return place("XDG_CONFIG_HOME", home.resolve(".config")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What can be fetched or made again. */
	public Path cache() {
		return place("XDG_CACHE_HOME", home.resolve(".cache")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What must be kept: overlays, console logs, journals. */
	public Path state() {
		return place("XDG_STATE_HOME", home.resolve(".local/state")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A short path for sockets; without {@code XDG_RUNTIME_DIR} a folder of the user's own in the temporary folder. */
	public Path runtime() {
		final Path temporary = Path.of(System.getProperty("java.io.tmpdir")); //$NON-NLS-1$
		return isAbsolute("XDG_RUNTIME_DIR") ? place("XDG_RUNTIME_DIR", temporary) //$NON-NLS-1$ //$NON-NLS-2$
				: temporary.resolve(NAME + '-' + System.getProperty("user.name")); //$NON-NLS-1$
	}

	/** The state folder of a bench, the same by whichever path the bench is named: the folder's name and a digest of its real path. */
	public Path state(Path bench) {
		return state().resolve(identity(bench));
	}

	/** The state folder of a board. */
	public Path state(Path bench, String board) {
		return state(bench).resolve(fileName(board));
	}

	/** The short folder for the sockets of a board: at most 17 characters below {@link #runtime()}. */
	public Path runtime(Path bench, String board) {
		return runtime().resolve(digest(realPath(bench).toString() + '\n' + board).substring(0, 16));
	}

	private static String identity(Path bench) {
		final Path real = realPath(bench);
		final Path name = real.getFileName();
		return (name == null ? NAME : fileName(name.toString())) + '-' + digest(real.toString()).substring(0, 8);
	}

	private static Path realPath(Path path) {
		try {
			return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String fileName(String name) {
		final String plain = name.replace('/', '_').replace('%', '_'); // QEMU takes a % in some paths for a pattern
		return plain.isEmpty() || plain.startsWith(".") ? '_' + plain : plain; //$NON-NLS-1$
	}

	private static String digest(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private Path place(String variable, Path otherwise) {
		return (isAbsolute(variable) ? Path.of(environment.get(variable)) : otherwise).resolve(NAME);
	}

	private boolean isAbsolute(String variable) {
		return Path.of(environment.getOrDefault(variable, "")).isAbsolute(); //$NON-NLS-1$
	}
}
