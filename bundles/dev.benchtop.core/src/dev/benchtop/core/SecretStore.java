package dev.benchtop.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The secrets that bench files name by <code>${secret:NAME}</code>: Equinox secure storage in a file of the user's, with a key file
 * beside it as its password, so that window and command line read the same without a question.
 */
@Component(service = SecretStore.class)
public final class SecretStore {

	private final Path folder;

	/** The store of the user who runs this process. */
	@Activate
	public SecretStore() {
		this(Places.system().config());
	}

	/** A store in a folder of its own. */
	public SecretStore(Path folder) {
		this.folder = folder;
	}

	/** The secret of that name, if there is one. */
	public Optional<Secret> get(String name) throws BenchException {
		throw new UnsupportedOperationException(folder.toString());
	}

	/** Keeps a secret, in place of the one of that name. */
	public void set(String name, Secret value) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Forgets a secret; returns whether there was one. */
	public boolean remove(String name) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The names of all secrets, sorted. */
	public List<String> names() throws BenchException {
		throw new UnsupportedOperationException();
	}
}
