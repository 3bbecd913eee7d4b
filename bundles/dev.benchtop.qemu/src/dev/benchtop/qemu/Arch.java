package dev.benchtop.qemu;

import java.util.Locale;
import java.util.Optional;

/** The architecture of a virtual board. */
public enum Arch {
	/** A PC (q35). */
	X86_64("x86_64", "q35", "qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt", "ttyS0", "qemu-system-x86"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	/** A 64-bit Arm board (virt). */
	AARCH64("aarch64", "virt", "cortex-a72", "ttyAMA0", "qemu-system-arm"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	/** A 32-bit Arm board (virt), with all of it where 32 bits reach. */
	ARM("arm", "virt,highmem=off", "cortex-a15", "ttyAMA0", "qemu-system-arm"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	/** A 64-bit RISC-V board (virt). */
	RISCV64("riscv64", "virt", "rv64", "ttyS0", "qemu-system-misc"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private final String name;
	private final String machine;
	private final String cpu;
	private final String tty;
	private final String debianPackage;

	Arch(String name, String machine, String cpu, String tty, String debianPackage) {
		this.name = name;
		this.machine = machine;
		this.cpu = cpu;
		this.tty = tty;
		this.debianPackage = debianPackage;
	}

	/** The architecture that goes by {@code name} in Java or in Debian; empty where it is none of ours. */
	static Optional<Arch> of(String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "x86_64", "amd64" -> Optional.of(X86_64); //$NON-NLS-1$ //$NON-NLS-2$
			case "aarch64", "arm64" -> Optional.of(AARCH64); //$NON-NLS-1$ //$NON-NLS-2$
			case "arm", "armhf" -> Optional.of(ARM); //$NON-NLS-1$ //$NON-NLS-2$
			case "riscv64" -> Optional.of(RISCV64); //$NON-NLS-1$
			default -> Optional.empty();
		};
	}

	String binary() {
		return "qemu-system-" + name; //$NON-NLS-1$
	}

	/** The machine that has slots for everything, with its properties. */
	String machine() {
		return machine;
	}

	/** The processor where it is emulated: a common one that is quick. */
	String emulatedCpu() {
		return cpu;
	}

	/** The name of the first serial line under Linux. */
	String tty() {
		return tty;
	}

	/** The Debian package that brings {@link #binary}. */
	String debianPackage() {
		return debianPackage;
	}

	@Override
	public String toString() {
		return name;
	}
}
