package dev.benchtop.qemu.preset;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for riscv64 that starts with U-Boot. */
@Component(service = BoardTemplate.class)
public final class Riscv64UbootTemplate extends Preset {

	public Riscv64UbootTemplate() {
		super("qemu-riscv64-u-boot", Messages.Riscv64UbootTemplate_label, Messages.Riscv64UbootTemplate_description, board(RISCV64, UBOOT)); //$NON-NLS-1$
	}
}
