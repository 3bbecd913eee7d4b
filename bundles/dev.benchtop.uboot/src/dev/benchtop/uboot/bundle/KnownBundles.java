package dev.benchtop.uboot.bundle;

import java.util.Map;

/** Short names of the bundles that Jumpstarter publishes. */
public final class KnownBundles {

	private static final String PREFIX = "oci://quay.io/jumpstarter-dev/jumpstarter-flasher-"; //$NON-NLS-1$
	private static final Map<String, String> BY_NAME = Map.of("ti-j784s4", PREFIX + "ti-j784s4:latest", //$NON-NLS-1$ //$NON-NLS-2$
			"rcar-s4", PREFIX + "rcar-s4:latest", //$NON-NLS-1$ //$NON-NLS-2$
			"test", PREFIX + "test:latest"); //$NON-NLS-1$ //$NON-NLS-2$

	private KnownBundles() {
	}

	/** All names, each with what it stands for. */
	public static Map<String, String> all() {
		return BY_NAME;
	}
}
