package dev.benchtop.qemu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** What a virtual board runs first. */
sealed interface Firmware {

	String NONE = "none"; //$NON-NLS-1$
	String UBOOT = "u-boot"; //$NON-NLS-1$
	String UEFI = "uefi"; //$NON-NLS-1$

	/** QEMU's own: SeaBIOS on a PC, nothing elsewhere. */
	record BuiltIn() implements Firmware {
	}

	/** One file that QEMU loads. */
	record Bios(Path file) implements Firmware {
	}

	/** Flash chips: code, and variables of which every board has its own copy. */
	record Flash(Path code, Path variables) implements Firmware {
	}

	/** Where distributions put the code of UEFI, and the empty variables that go with it: Debian, Arch, Fedora, QEMU itself. */
	List<List<String>> UEFI_X86_64 = List.of(
			List.of("OVMF/OVMF_CODE_4M.fd", "OVMF/OVMF_VARS_4M.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("OVMF/OVMF_CODE.fd", "OVMF/OVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/x64/OVMF_CODE.4m.fd", "edk2/x64/OVMF_VARS.4m.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/ovmf/OVMF_CODE.fd", "edk2/ovmf/OVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-x86_64-code.fd", "qemu/edk2-i386-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$
	List<List<String>> UEFI_AARCH64 = List.of(
			List.of("AAVMF/AAVMF_CODE.fd", "AAVMF/AAVMF_VARS.fd"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("edk2/aarch64/QEMU_EFI-pflash.raw", "edk2/aarch64/vars-template-pflash.raw"), //$NON-NLS-1$ //$NON-NLS-2$
			List.of("qemu/edk2-aarch64-code.fd", "qemu/edk2-arm-vars.fd")); //$NON-NLS-1$ //$NON-NLS-2$
	List<List<String>> UBOOT_X86_64 = List.of(List.of("u-boot/qemu-x86_64/u-boot.rom")); //$NON-NLS-1$
	List<List<String>> UBOOT_AARCH64 = List.of(List.of("u-boot/qemu_arm64/u-boot.bin")); //$NON-NLS-1$

	/**
	 * Finds it.
	 *
	 * @param name {@code none}, {@code u-boot}, {@code uefi} or a file
	 * @param folder what a relative file counts from
	 * @throws BenchException if it is not there, with the package that brings it
	 */
	static Firmware find(String name, Arch arch, Path folder, Host host) throws BenchException {
		return switch (name) {
			case NONE -> new BuiltIn();
			case UBOOT -> {
				final var found = search(arch == Arch.X86_64 ? UBOOT_X86_64 : UBOOT_AARCH64, host)
						.orElseThrow(() -> missing("U-Boot", arch, "u-boot-qemu", host)); //$NON-NLS-1$ //$NON-NLS-2$
				yield new Bios(found.getFirst());
			}
			case UEFI -> {
				final var found = search(arch == Arch.X86_64 ? UEFI_X86_64 : UEFI_AARCH64, host)
						.orElseThrow(() -> missing("UEFI", arch, arch == Arch.X86_64 ? "ovmf" : "qemu-efi-aarch64", host)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				yield new Flash(found.getFirst(), found.getLast());
			}
			default -> {
				final Path file = folder.resolve(name).normalize();
				if (!Files.isReadable(file)) {
					throw BenchException.failed(NLS.bind(Messages.Firmware_noFile, file)).next(Messages.Firmware_names).build();
				}
				yield new Bios(file);
			}
		};
	}

	private static Optional<List<Path>> search(List<List<String>> sets, Host host) {
		return sets.stream()
				.flatMap(set -> host.firmware().stream().map(folder -> set.stream().map(folder::resolve).toList()))
				.filter(files -> files.stream().allMatch(Files::isReadable))
				.findFirst();
	}

	private static BenchException missing(String what, Arch arch, String debianPackage, Host host) {
		return BenchException.failed(NLS.bind(Messages.Firmware_missing, what, arch))
				.why(NLS.bind(Messages.Firmware_searched, String.join(", ", Stream.of(host.firmware()).flatMap(List::stream).map(Path::toString).toList()))) //$NON-NLS-1$
				.next(NLS.bind(Messages.install, debianPackage)).build();
	}
}
