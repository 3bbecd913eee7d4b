package dev.benchtop.qemu;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for aarch64 that starts with UEFI. */
@Component(service = BoardTemplate.class)
public final class Aarch64UefiTemplate extends VirtualBoardTemplate {

	public Aarch64UefiTemplate() {
		super("qemu-aarch64-uefi", Messages.Aarch64UefiTemplate_label, Messages.Aarch64UefiTemplate_description, "aarch64", "uefi"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
