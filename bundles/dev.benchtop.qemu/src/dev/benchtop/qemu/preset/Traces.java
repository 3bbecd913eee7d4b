package dev.benchtop.qemu.preset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the beginning of a disk tells of the boards that start from it: the loaders of UEFI by the names that it looks for (UEFI 2.10,
 * section 3.5.1.1) as FAT folders hold them, Linux kernels by the magic numbers of their headers, and root partitions by their types.
 */
final class Traces {

	/** Something that only boards of one kind have. */
	enum Trace {
		X86_LOADER(Preset.X86_64), ARM64_LOADER(Preset.AARCH64), ARM_LOADER(Preset.ARM), RISCV_LOADER(Preset.RISCV64),
		X86_KERNEL(Preset.X86_64), ARM64_KERNEL(Preset.AARCH64), ARM_KERNEL(Preset.ARM), RISCV_KERNEL(Preset.RISCV64), X86_BOOT_SECTOR(Preset.X86_64);

		private final String arch;

		Trace(String arch) {
			this.arch = arch;
		}

		String arch() {
			return arch;
		}

		boolean loader() {
			return name().endsWith("_LOADER"); //$NON-NLS-1$
		}
	}

	private static final int SECTOR = 512;
	private static final int FOLDER_ENTRY = 32;
	private static final int BOOT_CODE = 440;
	private static final Map<String, Trace> LOADERS = Map.of("BOOTX64 EFI", Trace.X86_LOADER, "BOOTAA64EFI", Trace.ARM64_LOADER, //$NON-NLS-1$ //$NON-NLS-2$
			"BOOTARM EFI", Trace.ARM_LOADER); //$NON-NLS-1$
	private static final byte[] RISCV_NAME = "BOOTRISCV64".getBytes(StandardCharsets.UTF_16LE); //$NON-NLS-1$

	private final Set<Trace> found = EnumSet.noneOf(Trace.class);

	/** Looks at {@code length} bytes from the first of a disk on. */
	Traces(byte[] head, int length) {
		final var disk = ByteBuffer.wrap(head, 0, length).order(ByteOrder.LITTLE_ENDIAN);
		bootSector(head, length);
		for (int at = SECTOR; at + 2 * SECTOR <= length; at += SECTOR) {
			kernel(disk, at);
			for (int entry = at; entry < at + SECTOR; entry += FOLDER_ENTRY) {
				loader(head, entry);
			}
		}
	}

	boolean has(Trace trace) {
		return found.contains(trace);
	}

	/** The architecture of the first trace there is: a loader says more than a kernel. */
	Optional<String> arch() {
		return found.stream().findFirst().map(Trace::arch);
	}

	/** Whether UEFI of that architecture finds a loader. */
	boolean uefi(String arch) {
		return found.stream().anyMatch(trace -> trace.loader() && trace.arch().equals(arch));
	}

	/** Whether there is code for a PC's BIOS, and not only a table of partitions or the parameters of a file system. */
	private void bootSector(byte[] head, int length) {
		if (length < SECTOR || head[510] != 0x55 || head[511] != (byte) 0xaa) {
			return;
		}
		final boolean fileSystem = new String(head, 54, 3, StandardCharsets.US_ASCII).equals("FAT") || new String(head, 82, 3, StandardCharsets.US_ASCII).equals("FAT"); //$NON-NLS-1$ //$NON-NLS-2$
		final boolean code = IntStream.range(0, BOOT_CODE).anyMatch(at -> head[at] != 0);
		if (code && !fileSystem) {
			found.add(Trace.X86_BOOT_SECTOR);
		}
	}

	private void kernel(ByteBuffer disk, int at) {
		if (disk.getInt(at + 56) == 0x644d5241) {
			found.add(Trace.ARM64_KERNEL);
		} else if (disk.getInt(at + 56) == 0x05435352) {
			found.add(Trace.RISCV_KERNEL);
		} else if (disk.getInt(at + 36) == 0x016f2818) {
			found.add(Trace.ARM_KERNEL);
		} else if (disk.getInt(at + 514) == 0x53726448 && disk.getShort(at + 510) == (short) 0xaa55) {
			found.add(Trace.X86_KERNEL);
		}
	}

	private void loader(byte[] head, int entry) {
		if (head[entry] == 'B') {
			final var loader = LOADERS.get(new String(head, entry, 11, StandardCharsets.US_ASCII));
			if (loader != null) {
				found.add(loader);
			}
		} else if (head[entry] == 1) {
			longName(head, entry);
		}
	}

	/** The first thirteen letters of a long name (FAT specification, section 7). */
	private void longName(byte[] head, int entry) {
		if (head[entry + 11] != 0x0f) {
			return;
		}
		for (int i = 0; i < RISCV_NAME.length; i++) {
			final int at = i < 10 ? entry + 1 + i : entry + 14 + i - 10;
			if (Character.toUpperCase(head[at]) != RISCV_NAME[i]) {
				return;
			}
		}
		found.add(Trace.RISCV_LOADER);
	}
}
