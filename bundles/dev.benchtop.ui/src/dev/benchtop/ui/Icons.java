package dev.benchtop.ui;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The icons: SVG of one style that holds on light and dark, shared and never disposed. {@code icons/NAME.svg} of a bundle. */
public final class Icons {

	private Icons() {
	}

	/** The icon of that name of this bundle ({@code icons/NAME.svg}). On the UI thread. */
	public static Image image(String name) {
		return image(Icons.class, name);
	}

	/** The icon of that name of the bundle of {@code owner}. On the UI thread. */
	public static Image image(Class<?> owner, String name) {
		return image(FrameworkUtil.getBundle(owner), path(name));
	}

	/** Any image of a bundle by its path in it; a blank square where it is missing. On the UI thread. */
	public static Image image(Bundle bundle, String path) {
		return image(bundle.getSymbolicName() + '/' + path, descriptor(bundle, path));
	}

	/** A shared image of any descriptor, kept under {@code key}. On the UI thread. */
	public static Image image(String key, ImageDescriptor descriptor) {
		final var registry = JFaceResources.getImageRegistry();
		if (registry.getDescriptor(key) == null) {
			registry.put(key, descriptor);
		}
		return registry.get(key);
	}

	/** The icon of that name of this bundle. */
	public static ImageDescriptor descriptor(String name) {
		return descriptor(Icons.class, name);
	}

	/** The icon of that name of the bundle of {@code owner}. */
	public static ImageDescriptor descriptor(Class<?> owner, String name) {
		return descriptor(FrameworkUtil.getBundle(owner), path(name));
	}

	private static ImageDescriptor descriptor(Bundle bundle, String path) {
		return ImageDescriptor.createFromURLSupplier(true, () -> FileLocator.find(bundle, new Path(path)));
	}

	private static String path(String name) {
		return "icons/" + name + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
