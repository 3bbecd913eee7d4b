package dev.benchtop.qemu;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the templates of virtual boards share. */
final class Templates {

	private Templates() {
	}

	/** A configuration with these two and the usual sizes, in the order in which it is written. */
	static Map<String, Object> config(String arch, String firmware) {
		final var config = new LinkedHashMap<String, Object>();
		config.put("arch", arch); //$NON-NLS-1$
		config.put("firmware", firmware); //$NON-NLS-1$
		config.put("mem", "512M"); //$NON-NLS-1$ //$NON-NLS-2$
		config.put("disks", Map.of("root", Map.of("size", "2G"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return config;
	}
}
