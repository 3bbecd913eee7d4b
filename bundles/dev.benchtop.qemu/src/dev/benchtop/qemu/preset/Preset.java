package dev.benchtop.qemu.preset;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board. */
abstract class Preset implements BoardTemplate {

	static final String UEFI = "uefi"; //$NON-NLS-1$
	static final String UBOOT = "u-boot"; //$NON-NLS-1$
	static final String BIOS = "none"; //$NON-NLS-1$
	static final String X86_64 = "x86_64"; //$NON-NLS-1$
	static final String AARCH64 = "aarch64"; //$NON-NLS-1$
	static final String ARM = "arm"; //$NON-NLS-1$
	static final String RISCV64 = "riscv64"; //$NON-NLS-1$

	private final String id;
	private final String label;
	private final String description;
	private final Map<String, Object> config;

	Preset(String id, String label, String description, Map<String, Object> config) {
		this.id = id;
		this.label = label;
		this.description = description;
		this.config = config;
	}

	/** The keys of a board with one disk and the usual sizes, in the order in which they are written. */
	static Map<String, Object> board(String arch, String firmware) {
		final var config = new LinkedHashMap<String, Object>();
		config.put("arch", arch); //$NON-NLS-1$
		config.put("firmware", firmware); //$NON-NLS-1$
		config.put("mem", "512M"); //$NON-NLS-1$ //$NON-NLS-2$
		config.put("disks", Map.of("root", Map.of("size", "2G"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return config;
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
	public Map<String, Object> config() {
		return new LinkedHashMap<>(config);
	}
}
