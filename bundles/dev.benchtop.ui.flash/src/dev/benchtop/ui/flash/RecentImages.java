package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.benchtop.core.storage.Urls;

/** The images that were flashed last, newest first, kept with the workspace. */
final class RecentImages {

	private static final String NODE = "dev.benchtop.ui.flash"; //$NON-NLS-1$
	private static final String KEY = "recentImages"; //$NON-NLS-1$
	private static final int MOST = 10;

	private RecentImages() {
	}

	static List<String> list() {
		final String stored = InstanceScope.INSTANCE.getNode(NODE).get(KEY, ""); //$NON-NLS-1$
		return stored.isEmpty() ? List.of() : List.of(stored.split("\n")); //$NON-NLS-1$
	}

	/** Puts an image first; not one whose URL has a secret in it. */
	static void add(String image) {
		if (!Urls.redacted(image).equals(image)) {
			return;
		}
		final var images = new ArrayList<>(list());
		images.remove(image);
		images.addFirst(image);
		final var node = InstanceScope.INSTANCE.getNode(NODE);
		node.put(KEY, String.join("\n", images.subList(0, Math.min(MOST, images.size())))); //$NON-NLS-1$
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(RecentImages.class).warn(e.getMessage(), e);
		}
	}
}
