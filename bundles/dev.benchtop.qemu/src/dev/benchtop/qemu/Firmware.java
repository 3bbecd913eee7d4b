package dev.benchtop.qemu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** What a virtual board runs first. */
sealed interface Firmware {

	String NONE = "none"; //$NON-NLS-1$
	String UBOOT = "u-boot"; //$NON-NLS-1$
	String UEFI = "uefi"; //$NON-NLS-1$

	/** QEMU's own: SeaBIOS on a PC, OpenSBI on RISC-V, nothing elsewhere. */
	record BuiltIn() implements Firmware {
	}

	/** One file that QEMU loads. */
	record Bios(Path file) implements Firmware {
	}

	/** One file that QEMU's own firmware starts. */
	record Payload(Path file) implements Firmware {
	}

	/** Flash chips: code, and variables of which every board has its own copy. */
	record Flash(Path code, Path variables) implements Firmware {
	}

	/**
	 * Finds it: what the partitions hold goes before what the name says.
	 *
	 * @param name {@code none}, {@code u-boot}, {@code uefi} or a file
	 * @param folder what a relative file counts from
	 * @throws BenchException if it is not there, with the package that brings it
	 */
	static Firmware find(String name, Arch arch, Path folder, Partitions partitions, Host host) throws BenchException {
		final Optional<Path> code = partitions.file(Partitions.CODE);
		final Optional<Path> variables = partitions.file(Partitions.VARIABLES);
		if (code.isPresent() && variables.isPresent()) {
			return new Flash(readable(code.get()), readable(variables.get()));
		}
		if (code.isPresent() || variables.isPresent()) {
			final var there = code.isPresent() ? Partitions.CODE : Partitions.VARIABLES;
			final var missing = code.isPresent() ? Partitions.VARIABLES : Partitions.CODE;
			throw BenchException.failed(NLS.bind(Messages.Firmware_half, there, missing)).next(NLS.bind(Messages.Firmware_halfNext, missing)).build();
		}
		final Optional<Path> bios = partitions.file(Partitions.BIOS);
		return bios.isPresent() ? new Bios(readable(bios.get())) : find(name, arch, folder, host);
	}

	private static Firmware find(String name, Arch arch, Path folder, Host host) throws BenchException {
		return switch (name) {
			case NONE -> new BuiltIn();
			case UBOOT -> {
				final Path found = FirmwarePlaces.uboot(arch, host).orElseThrow(() -> missing("U-Boot", arch, "u-boot-qemu", host)); //$NON-NLS-1$ //$NON-NLS-2$
				yield arch == Arch.RISCV64 ? new Payload(found) : new Bios(found);
			}
			case UEFI -> {
				final var found = FirmwarePlaces.uefi(arch, host).orElseThrow(() -> missing("UEFI", arch, FirmwarePlaces.uefiPackage(arch), host)); //$NON-NLS-1$
				yield new Flash(found.getFirst(), found.getLast());
			}
			default -> new Bios(readable(folder.resolve(name).normalize()));
		};
	}

	private static Path readable(Path file) throws BenchException {
		if (!Files.isReadable(file)) {
			throw BenchException.failed(NLS.bind(Messages.Firmware_noFile, file)).next(Messages.Firmware_names).build();
		}
		return file;
	}

	private static BenchException missing(String what, Arch arch, String debianPackage, Host host) {
		return BenchException.failed(NLS.bind(Messages.Firmware_missing, what, arch))
				.why(NLS.bind(Messages.Firmware_searched, host.firmware().stream().map(Path::toString).collect(Collectors.joining(", ")))) //$NON-NLS-1$
				.next(NLS.bind(Messages.install, debianPackage)).build();
	}
}
