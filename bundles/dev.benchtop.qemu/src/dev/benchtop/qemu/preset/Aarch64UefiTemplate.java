package dev.benchtop.qemu.preset;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for aarch64 that starts with UEFI. */
@Component(service = BoardTemplate.class)
public final class Aarch64UefiTemplate extends Preset {

	public Aarch64UefiTemplate() {
		super("qemu-aarch64-uefi", Messages.Aarch64UefiTemplate_label, Messages.Aarch64UefiTemplate_description, board(AARCH64, UEFI)); //$NON-NLS-1$
	}
}
