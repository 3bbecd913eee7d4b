package dev.benchtop.qemu;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board of one architecture and firmware, with the usual sizes. */
abstract class VirtualBoardTemplate implements BoardTemplate {

	private final String id;
	private final String label;
	private final String description;
	private final Map<String, Object> config = new LinkedHashMap<>();

	VirtualBoardTemplate(String id, String label, String description, String arch, String firmware) {
		this.id = id;
		this.label = label;
		this.description = description;
		config.put("arch", arch); //$NON-NLS-1$
		config.put("firmware", firmware); //$NON-NLS-1$
		config.put("mem", "512M"); //$NON-NLS-1$ //$NON-NLS-2$
		config.put("disks", Map.of("root", Map.of("size", "2G"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Override
	public final String id() {
		return id;
	}

	@Override
	public final String label() {
		return label;
	}

	@Override
	public final String description() {
		return description;
	}

	@Override
	public final String type() {
		return "qemu"; //$NON-NLS-1$
	}

	@Override
	public final String node() {
		return "machine"; //$NON-NLS-1$
	}

	@Override
	public final Map<String, Object> config() {
		return new LinkedHashMap<>(config);
	}
}
