package dev.benchtop.qemu;

import java.util.Map;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for x86_64 that starts with UEFI. */
@Component
public final class X86UefiTemplate implements BoardTemplate {

	@Override
	public String id() {
		return "qemu-x86-uefi"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.X86UefiTemplate_label;
	}

	@Override
	public String description() {
		return Messages.X86UefiTemplate_description;
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
		return Templates.config("x86_64", "uefi"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
