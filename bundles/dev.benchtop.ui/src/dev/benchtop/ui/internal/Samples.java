package dev.benchtop.ui.internal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;

/** The sample bench that comes with the product. */
public final class Samples {

	private static final String PROPERTY = "benchtop.samples"; //$NON-NLS-1$
	private static final String IN_PRODUCT = "samples/bench"; //$NON-NLS-1$

	private Samples() {
	}

	/** The folder that the system property {@code benchtop.samples} names, else the one of the product; empty where there is none. */
	public static Optional<Path> bench() {
		final var named = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
		final var shipped = Optional.ofNullable(Platform.getInstallLocation()).map(location -> Path.of(URI.create(location.getURL().toString().replace(" ", "%20")))) //$NON-NLS-1$ //$NON-NLS-2$
				.map(folder -> folder.resolve(IN_PRODUCT));
		return Stream.of(named, shipped).flatMap(Optional::stream).filter(Files::isDirectory).findFirst();
	}
}
