package dev.benchtop.qemu.preset;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Aarch64UbootTemplate_description;
	public static String Aarch64UbootTemplate_label;
	public static String Aarch64UefiTemplate_description;
	public static String Aarch64UefiTemplate_label;
	public static String ArmUbootTemplate_description;
	public static String ArmUbootTemplate_label;
	public static String CloudTemplate_description;
	public static String CloudTemplate_label;
	public static String ImageProposals_bios;
	public static String ImageProposals_flashed;
	public static String ImageProposals_found;
	public static String ImageProposals_golden;
	public static String ImageProposals_guess;
	public static String ImageProposals_label;
	public static String ImageProposals_none;
	public static String ImageProposals_read;
	public static String Riscv64UbootTemplate_description;
	public static String Riscv64UbootTemplate_label;
	public static String X86UefiTemplate_description;
	public static String X86UefiTemplate_label;

	static {
		initializeMessages("dev.benchtop.qemu.preset.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
