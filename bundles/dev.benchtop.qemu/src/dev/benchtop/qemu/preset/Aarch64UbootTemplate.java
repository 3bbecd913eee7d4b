package dev.benchtop.qemu.preset;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for aarch64 that starts with U-Boot. */
@Component(service = BoardTemplate.class)
public final class Aarch64UbootTemplate extends Preset {

	public Aarch64UbootTemplate() {
		super("qemu-aarch64-u-boot", Messages.Aarch64UbootTemplate_label, Messages.Aarch64UbootTemplate_description, board(AARCH64, UBOOT)); //$NON-NLS-1$
	}
}
