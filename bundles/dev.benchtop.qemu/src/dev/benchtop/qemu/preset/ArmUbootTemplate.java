package dev.benchtop.qemu.preset;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for 32-bit Arm that starts with U-Boot. */
@Component(service = BoardTemplate.class)
public final class ArmUbootTemplate extends Preset {

	public ArmUbootTemplate() {
		super("qemu-arm-u-boot", Messages.ArmUbootTemplate_label, Messages.ArmUbootTemplate_description, board(ARM, UBOOT)); //$NON-NLS-1$
	}
}
