package dev.benchtop.core.internal.plugin;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Installs and starts the bundles that users dropped into a plug-in folder, and forgets those that are gone or were replaced.
 * One that cannot be used is told in the log and never keeps the product from starting.
 */
@Component(service = {}, immediate = true)
public final class PluginLoader {

	private static final System.Logger LOG = System.getLogger(PluginLoader.class.getName());
	private static final String LOCATION = "benchtop-plugin:"; //$NON-NLS-1$
	private static final String INSTALLATION = "osgi.install.area"; //$NON-NLS-1$

	private final BundleContext context;

	/** Loads them; {@code log} is asked for so that it is there to be written to. */
	@Activate
	public PluginLoader(BundleContext context, @Reference ProductLog log) {
		this.context = context;
		try {
			load(PluginFolders.of(installation(), System.getenv()).plugins());
		} catch (IOException e) {
			LOG.log(Level.WARNING, "The plug-in folders cannot be read", e); //$NON-NLS-1$
		}
	}

	private Optional<Path> installation() {
		final String area = context.getProperty(INSTALLATION);
		return area != null && area.startsWith("file:") ? Optional.of(Path.of(URI.create(area.replace(" ", "%20")))) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void load(List<Path> plugins) throws IOException {
		final Map<String, Path> wanted = new LinkedHashMap<>();
		for (final Path plugin : plugins) {
			wanted.put(location(plugin), plugin);
		}
		final var present = new ArrayList<Bundle>();
		for (final Bundle bundle : context.getBundles()) {
			if (wanted.remove(bundle.getLocation()) != null) {
				present.add(bundle);
			} else if (bundle.getLocation().startsWith(LOCATION)) {
				uninstall(bundle);
			}
		}
		wanted.forEach((location, plugin) -> install(location, plugin).ifPresent(present::add));
		present.forEach(PluginLoader::start);
	}

	/** Changes with the file, so that another file of the same name is another bundle. */
	private static String location(Path plugin) throws IOException {
		return LOCATION + plugin + '?' + Files.getLastModifiedTime(plugin).toMillis() + '-' + Files.size(plugin);
	}

	private Optional<Bundle> install(String location, Path plugin) {
		try (var reference = URI.create("reference:" + plugin.toUri()).toURL().openStream()) { //$NON-NLS-1$
			return Optional.of(context.installBundle(location, reference));
		} catch (IOException | BundleException e) {
			LOG.log(Level.WARNING, "The plug-in " + plugin + " cannot be installed", e); //$NON-NLS-1$ //$NON-NLS-2$
			return Optional.empty();
		}
	}

	private static void start(Bundle bundle) {
		if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
			return;
		}
		try {
			bundle.adapt(BundleStartLevel.class).setStartLevel(1);
			bundle.start(Bundle.START_TRANSIENT);
		} catch (BundleException e) {
			LOG.log(Level.WARNING, "The plug-in " + bundle.getLocation() + " cannot be started", e); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private static void uninstall(Bundle bundle) {
		try {
			bundle.uninstall();
		} catch (BundleException e) {
			LOG.log(Level.WARNING, "The plug-in " + bundle.getLocation() + " cannot be removed", e); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}
}
