package dev.benchtop.qemu;

import java.util.Map;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for aarch64 that starts with U-Boot. */
@Component
public final class Aarch64UbootTemplate implements BoardTemplate {

	@Override
	public String id() {
		return "qemu-aarch64-u-boot"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.Aarch64UbootTemplate_label;
	}

	@Override
	public String description() {
		return Messages.Aarch64UbootTemplate_description;
	}

	@Override
	public String type() {
		return "qemu"; //$NON-NLS-1$
	}

	@Override
	public String node() {
		return "machine"; //$NON-NLS-1$
	}

	@Override
	public Map<String, Object> config() {
		return Templates.config("aarch64", "u-boot"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
