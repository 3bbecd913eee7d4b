package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.ByteSize;

/** Configurations as the model makes them of a bench file. */
final class Configs {

	private Arch arch = Arch.AARCH64;
	private String cpu = "";
	private String firmware = "u-boot";
	private Path kernel;
	private Path initrd;
	private String append = "";
	private Accel accel = Accel.TCG;
	private Network network = Network.USER;
	private List<String> args = List.of();
	private final Map<String, DiskConfig> disks = new LinkedHashMap<>();

	/** A board that comes to U-Boot's prompt within a second. */
	static Configs uboot() {
		return new Configs();
	}

	/** A machine with nothing in it. */
	static Configs bare() {
		final var bare = new Configs();
		bare.arch = Arch.X86_64;
		bare.firmware = "none";
		return bare;
	}

	Configs arch(Arch value) {
		arch = value;
		return this;
	}

	Configs cpu(String value) {
		cpu = value;
		return this;
	}

	Configs firmware(String value) {
		firmware = value;
		return this;
	}

	Configs kernel(Path file, Path ramDisk, String commandLine) {
		kernel = file;
		initrd = ramDisk;
		append = commandLine;
		return this;
	}

	Configs accel(Accel value) {
		accel = value;
		return this;
	}

	Configs network(Network value) {
		network = value;
		return this;
	}

	Configs args(String... values) {
		args = List.of(values);
		return this;
	}

	Configs disk(String name, String size) {
		disks.put(name, new DiskConfig(ByteSize.parse(size)));
		return this;
	}

	QemuConfig get() {
		return new QemuConfig(arch, cpu, 1, ByteSize.parse("128M"), firmware, kernel, initrd, append, disks, accel, network, "", args);
	}
}
