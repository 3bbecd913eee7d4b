package dev.benchtop.core.internal.access;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

import dev.benchtop.core.PrivateFiles;

/**
 * A file of Equinox secure storage whose password stands in a key file beside it. Equinox keeps what it has opened, by address, and
 * writes in place; so that several processes can share the file it is read under an address of its own for each state of the file,
 * and changed as a copy that takes its place at once.
 */
public final class SecretFile {

	private static final Object GUARD = new Object();
	private static final String NODE = "benchtop"; //$NON-NLS-1$
	private static final int KEY_BYTES = 32;

	private final Path file;
	private final Path key;

	/** Something that is done with the storage. */
	@FunctionalInterface
	public interface Use<T> {
		T with(ISecurePreferences secrets) throws StorageException;
	}

	public SecretFile(Path folder) {
		this.file = folder.resolve("secrets"); //$NON-NLS-1$
		this.key = folder.resolve("secrets.key"); //$NON-NLS-1$
	}

	public Path path() {
		return file;
	}

	/** Reads from the storage. */
	public <T> T read(Use<T> use) throws IOException, StorageException {
		if (!Files.exists(file)) {
			return use.with(SecurePreferencesFactory.open(url(file, UUID.randomUUID().toString()), Map.of(IProviderHints.PROMPT_USER, false)).node(NODE));
		}
		final String state = Files.getLastModifiedTime(file).toMillis() + "-" + Files.size(file) + "-" + Files.readAttributes(file, BasicFileAttributes.class).fileKey(); //$NON-NLS-1$ //$NON-NLS-2$
		return use.with(SecurePreferencesFactory.open(url(file, state), options()).node(NODE));
	}

	/** Changes the storage, for all processes at once. */
	public <T> T change(Use<T> use) throws IOException, StorageException {
		final Path folder = PrivateFiles.folder(file.getParent());
		synchronized (GUARD) {
			try (var guard = PrivateFiles.open(folder.resolve(".secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); //$NON-NLS-1$
					var _ = guard.lock()) {
				return changed(use, folder.resolve("secrets." + UUID.randomUUID())); //$NON-NLS-1$
			}
		}
	}

	private <T> T changed(Use<T> use, Path copy) throws IOException, StorageException {
		try {
			PrivateFiles.replace(copy, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
			final ISecurePreferences root = SecurePreferencesFactory.open(url(copy, ""), options()); //$NON-NLS-1$
			final T result = use.with(root.node(NODE));
			root.flush();
			Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return result;
		} finally {
			Files.deleteIfExists(copy);
		}
	}

	private Map<Object, Object> options() throws IOException {
		return Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec(key().toCharArray()), IProviderHints.PROMPT_USER, false);
	}

	private String key() throws IOException {
		if (!Files.exists(key)) {
			final var random = new byte[KEY_BYTES];
			new SecureRandom().nextBytes(random);
			PrivateFiles.folder(key.getParent());
			create(Base64.getEncoder().encodeToString(random));
		}
		return Files.readString(key).strip();
	}

	/** Makes the key file whole at once; where another process was quicker, its key counts. */
	private void create(String value) throws IOException {
		final Path part = key.resolveSibling("secrets.key." + UUID.randomUUID()); //$NON-NLS-1$
		try {
			PrivateFiles.replace(part, value.getBytes(StandardCharsets.US_ASCII));
			Files.createLink(key, part);
		} catch (FileAlreadyExistsException e) {
			return;
		} catch (UnsupportedOperationException e) {
			Files.move(part, key);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/** Equinox wants the path as it is, without the escapes of a URI. */
	@SuppressWarnings("deprecation")
	private static URL url(Path path, String state) throws IOException {
		return new URL("file", null, path.toAbsolutePath() + (state.isEmpty() ? "" : "?" + state)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
