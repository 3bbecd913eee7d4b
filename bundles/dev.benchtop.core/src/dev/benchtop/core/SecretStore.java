package dev.benchtop.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.internal.access.Messages;
import dev.benchtop.core.internal.access.SecretFile;

/**
 * The secrets that bench files name by <code>${secret:NAME}</code>: Equinox secure storage in a file of the user's, with a key file
 * beside it as its password, so that window and command line read the same without a question. Both have mode 0600.
 * It works in a running OSGi framework only.
 */
@Component(service = SecretStore.class)
public final class SecretStore {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+"); //$NON-NLS-1$

	private final SecretFile file;

	/** The store of the user who runs this process. */
	@Activate
	public SecretStore() {
		this(Places.system().config());
	}

	/** A store in a folder of its own. */
	public SecretStore(Path folder) {
		file = new SecretFile(folder);
	}

	/** The secret of that name, if there is one. */
	public Optional<Secret> get(String name) throws BenchException {
		return call(() -> file.read(secrets -> Optional.ofNullable(secrets.get(name, null)).map(Secret::new)));
	}

	/**
	 * Keeps a secret, in place of the one of that name.
	 *
	 * @throws BenchException of kind usage where the name has other characters than letters, digits, {@code _}, {@code .} and {@code -}
	 */
	public void set(String name, Secret value) throws BenchException {
		if (!NAME.matcher(name).matches()) {
			throw BenchException.usage(NLS.bind(Messages.SecretStore_badName, name)).build();
		}
		call(() -> file.change(secrets -> {
			secrets.put(name, value.reveal(), true);
			return null;
		}));
	}

	/** Forgets a secret; returns whether there was one. */
	public boolean remove(String name) throws BenchException {
		return names().contains(name) && call(() -> file.change(secrets -> {
			final boolean there = Arrays.asList(secrets.keys()).contains(name);
			secrets.remove(name);
			return there;
		}));
	}

	/** The names of all secrets, sorted. */
	public List<String> names() throws BenchException {
		return call(() -> file.read(secrets -> Arrays.stream(secrets.keys()).sorted().toList()));
	}

	@FunctionalInterface
	private interface Call<T> {
		T run() throws IOException, StorageException;
	}

	private <T> T call(Call<T> call) throws BenchException {
		if (FrameworkUtil.getBundle(StorageException.class) == null) {
			throw BenchException.failed(Messages.SecretStore_noFramework).build();
		}
		try {
			return call.run();
		} catch (IOException | StorageException e) {
			throw BenchException.failed(NLS.bind(Messages.SecretStore_unusable, file.path())).why(e).next(Messages.SecretStore_unusableNext).build();
		}
	}
}
