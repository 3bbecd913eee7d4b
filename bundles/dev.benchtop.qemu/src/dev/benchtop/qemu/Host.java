package dev.benchtop.qemu;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the driver looks for on this machine.
 *
 * @param arch the architecture of its processor
 * @param cpuInfo the text of {@code /proc/cpuinfo}; empty where there is none
 * @param kvm the device of KVM
 * @param programs the folders of programs, first one first
 * @param firmware the folders under which distributions put firmware
 */
record Host(Arch arch, String cpuInfo, Path kvm, List<Path> programs, List<Path> firmware) {

	static Host system() {
		return new Host(Arch.of(System.getProperty("os.arch")).orElse(Arch.X86_64), cpuInfoText(), Path.of("/dev/kvm"), //$NON-NLS-1$ //$NON-NLS-2$
				Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isEmpty()).map(Path::of).toList(), //$NON-NLS-1$ //$NON-NLS-2$
				Stream.of("/usr/share", "/usr/lib", "/usr/local/share", "/opt/homebrew/share").map(Path::of).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/** The program of that name, if one is in the path. */
	Optional<Path> program(String name) {
		return programs.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable).findFirst();
	}

	/** Whether this machine lends sockets to virtual ones (vsock(7)). */
	boolean vsock() {
		final Path device = kvm.resolveSibling("vhost-vsock"); //$NON-NLS-1$
		return Files.isReadable(device) && Files.isWritable(device);
	}

	private static String cpuInfoText() {
		try {
			return Files.readString(Path.of("/proc/cpuinfo")); //$NON-NLS-1$
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}
}
