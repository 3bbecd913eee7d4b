package dev.benchtop.storage.backend;

import java.io.IOException;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;

/** A storage in which nothing can be changed. */
public abstract class ReadOnlyBackend implements Backend {

	private final String noChange;
	private final String noCopy;

	/**
	 * @param noChange why nothing can be written or deleted
	 * @param noCopy why nothing can be copied inside
	 */
	protected ReadOnlyBackend(String noChange, String noCopy) {
		this.noChange = noChange;
		this.noCopy = noCopy;
	}

	@Override
	public Abilities abilities() {
		return Abilities.all().without(Ability.WRITE, noChange).without(Ability.CREATE_FOLDER, noChange).without(Ability.COPY, noCopy)
				.without(Ability.RENAME, noChange).without(Ability.DELETE, noChange).without(Ability.PRESIGN_WRITE, noChange);
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		throw unsupported(noChange);
	}

	@Override
	public void createFolder(String key) throws IOException {
		throw unsupported(noChange);
	}

	@Override
	public void copy(String from, String to) throws IOException {
		throw unsupported(noCopy);
	}

	@Override
	public void rename(String from, String to) throws IOException {
		throw unsupported(noChange);
	}

	@Override
	public void delete(String key) throws IOException {
		throw unsupported(noChange);
	}

	@Override
	public void deleteTree(String key) throws IOException {
		throw unsupported(noChange);
	}

	private static BackendException unsupported(String why) {
		return new BackendException(BackendException.Kind.UNSUPPORTED, why);
	}
}
