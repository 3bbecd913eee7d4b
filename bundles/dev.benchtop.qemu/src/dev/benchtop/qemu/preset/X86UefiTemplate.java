package dev.benchtop.qemu.preset;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for x86_64 that starts with UEFI. */
@Component(service = BoardTemplate.class)
public final class X86UefiTemplate extends Preset {

	public X86UefiTemplate() {
		super("qemu-x86-uefi", Messages.X86UefiTemplate_label, Messages.X86UefiTemplate_description, board(X86_64, UEFI)); //$NON-NLS-1$
	}
}
