package dev.benchtop.qemu;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for x86_64 that starts with UEFI. */
@Component(service = BoardTemplate.class)
public final class X86UefiTemplate extends VirtualBoardTemplate {

	public X86UefiTemplate() {
		super("qemu-x86-uefi", Messages.X86UefiTemplate_label, Messages.X86UefiTemplate_description, "x86_64", "uefi"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
