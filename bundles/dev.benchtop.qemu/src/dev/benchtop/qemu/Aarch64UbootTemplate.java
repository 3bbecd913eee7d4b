package dev.benchtop.qemu;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for aarch64 that starts with U-Boot. */
@Component(service = BoardTemplate.class)
public final class Aarch64UbootTemplate extends VirtualBoardTemplate {

	public Aarch64UbootTemplate() {
		super("qemu-aarch64-u-boot", Messages.Aarch64UbootTemplate_label, Messages.Aarch64UbootTemplate_description, "aarch64", "u-boot"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
