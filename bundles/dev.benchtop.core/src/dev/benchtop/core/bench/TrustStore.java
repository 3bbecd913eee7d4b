package dev.benchtop.core.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.internal.access.Messages;

/**
 * The bench folders whose content the user allows to be run: a file of the user's configuration, one real path a line.
 * Folders in the system property {@code benchtop.trusted} (separated as in a class path) come with the product and are trusted too.
 */
public final class TrustStore {

	private static final String PROPERTY = "benchtop.trusted"; //$NON-NLS-1$

	private final Path file;

	public TrustStore(Places places) {
		this.file = places.config().resolve("trusted"); //$NON-NLS-1$
	}

	/** Whether exactly this folder is trusted, by its real path. */
	public boolean trusted(Path bench) {
		try {
			final String real = bench.toRealPath().toString();
			return read().contains(real) || comesWithProduct(real);
		} catch (IOException e) {
			return false;
		}
	}

	/** Trusts the folder from now on. */
	public void trust(Path bench) throws BenchException {
		try {
			final String real = bench.toRealPath().toString();
			change(folders -> folders.add(real));
		} catch (IOException e) {
			throw failure(e);
		}
	}

	/** Takes the trust back. */
	public void distrust(Path bench) throws BenchException {
		try {
			final String real = bench.toRealPath().toString();
			change(folders -> folders.remove(real));
		} catch (IOException e) {
			throw failure(e);
		}
	}

	private Set<String> read() throws IOException {
		return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : new LinkedHashSet<>();
	}

	private void change(Predicate<Set<String>> change) throws IOException {
		final Set<String> folders = read();
		if (change.test(folders)) {
			PrivateFiles.folder(file.getParent());
			PrivateFiles.replace(file, String.join("\n", folders).concat("\n").getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private static boolean comesWithProduct(String real) {
		return Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator)) //$NON-NLS-1$
				.filter(folder -> !folder.isBlank()).map(Path::of).filter(Files::exists).anyMatch(folder -> same(folder, real));
	}

	private static boolean same(Path folder, String real) {
		try {
			return folder.toRealPath().toString().equals(real);
		} catch (IOException e) {
			return false;
		}
	}

	private BenchException failure(IOException reason) {
		return BenchException.failed(NLS.bind(Messages.TrustStore_cannotKeep, file)).why(reason).build();
	}
}
