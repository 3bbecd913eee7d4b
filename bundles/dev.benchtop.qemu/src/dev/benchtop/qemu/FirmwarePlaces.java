package dev.benchtop.qemu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where distributions put firmware: Debian, Arch, Fedora, openSUSE, QEMU itself. */
final class FirmwarePlaces {

	private static final List<List<String>> UEFI_X86_64 = List.of(
			List.of("OVMF/OVMF_CODE_4M.fd", "OVMF/OVMF_VARS_4M.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("OVMF/OVMF_CODE.fd", "OVMF/OVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/x64/OVMF_CODE.4m.fd", "edk2/x64/OVMF_VARS.4m.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/ovmf/OVMF_CODE.fd", "edk2/ovmf/OVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/ovmf-x86_64-4m-code.bin", "qemu/ovmf-x86_64-4m-vars.bin"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-x86_64-code.fd", "qemu/edk2-i386-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$
	private static final List<List<String>> UEFI_AARCH64 = List.of(
			List.of("AAVMF/AAVMF_CODE.fd", "AAVMF/AAVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/aarch64/QEMU_EFI-pflash.raw", "edk2/aarch64/vars-template-pflash.raw"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/aarch64/QEMU_CODE.fd", "edk2/aarch64/QEMU_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/aavmf-aarch64-code.bin", "qemu/aavmf-aarch64-vars.bin"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-aarch64-code.fd", "qemu/edk2-arm-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$
	private static final List<List<String>> UEFI_ARM = List.of(
			List.of("AAVMF/AAVMF32_CODE.fd", "AAVMF/AAVMF32_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/arm/QEMU_EFI-pflash.raw", "edk2/arm/vars-template-pflash.raw"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-arm-code.fd", "qemu/edk2-arm-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$
	private static final List<List<String>> UEFI_RISCV64 = List.of(
			List.of("qemu-efi-riscv64/RISCV_VIRT_CODE.fd", "qemu-efi-riscv64/RISCV_VIRT_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/riscv/RISCV_VIRT_CODE.fd", "edk2/riscv/RISCV_VIRT_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-riscv-code.fd", "qemu/edk2-riscv-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$

	private FirmwarePlaces() {
	}

	/** The code of UEFI and the empty variables that go with it. */
	static Optional<List<Path>> uefi(Arch arch, Host host) {
		return search(switch (arch) {
			case X86_64 -> UEFI_X86_64;
			case AARCH64 -> UEFI_AARCH64;
			case ARM -> UEFI_ARM;
			case RISCV64 -> UEFI_RISCV64;
		}, host);
	}

	/** The Debian package that brings it. */
	static String uefiPackage(Arch arch) {
		return switch (arch) {
			case X86_64 -> "ovmf"; //$NON-NLS-1$
			case AARCH64 -> "qemu-efi-aarch64"; //$NON-NLS-1$
			case ARM -> "qemu-efi-arm"; //$NON-NLS-1$
			case RISCV64 -> "qemu-efi-riscv64"; //$NON-NLS-1$
		};
	}

	/** U-Boot, in the form that the machine takes. */
	static Optional<Path> uboot(Arch arch, Host host) {
		return search(List.of(List.of(switch (arch) {
			case X86_64 -> "u-boot/qemu-x86_64/u-boot.rom"; //$NON-NLS-1$
			case AARCH64 -> "u-boot/qemu_arm64/u-boot.bin"; //$NON-NLS-1$
			case ARM -> "u-boot/qemu_arm/u-boot.bin"; //$NON-NLS-1$
			case RISCV64 -> "u-boot/qemu-riscv64_smode/uboot.elf"; //$NON-NLS-1$
		})), host).map(List::getFirst);
	}

	private static Optional<List<Path>> search(List<List<String>> sets, Host host) {
		return sets.stream()
				.flatMap(set -> host.firmware().stream().map(folder -> set.stream().map(folder::resolve).toList()))
				.filter(files -> files.stream().allMatch(Files::isReadable))
				.findFirst();
	}
}
