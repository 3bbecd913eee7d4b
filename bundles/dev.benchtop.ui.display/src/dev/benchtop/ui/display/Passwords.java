package dev.benchtop.ui.display;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Node;
import dev.benchtop.ui.Work;

/** The passwords of displays that were typed and are to be kept, in the secret store as {@code BOARD.NODE.password}. */
interface Passwords {

	/** The one that was kept; blocks while the store is read. */
	Optional<Secret> of(Node node);

	/** Keeps one, in the background. */
	void keep(Node node, Secret password);

	/** Those in a store, named as the forms of boards name them. */
	static Passwords in(SecretStore store) {
		return new Passwords() {

			@Override
			public Optional<Secret> of(Node node) {
				try {
					return store.get(name(node));
				} catch (BenchException e) {
					ILog.of(Passwords.class).warn(e.getMessage(), e);
					return Optional.empty();
				}
			}

			@Override
			public void keep(Node node, Secret password) {
				Work.quietly(NLS.bind(Messages.Passwords_keeping, node.board().name()), _ -> store.set(name(node), password));
			}
		};
	}

	private static String name(Node node) {
		return (node.board().name() + '.' + node.path() + ".password").replaceAll("[^A-Za-z0-9_.-]", "_"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
