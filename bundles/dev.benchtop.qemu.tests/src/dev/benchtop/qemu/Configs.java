package dev.benchtop.qemu;

import java.nio.file.Path;
import java.time.Duration;
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
	private final Map<String, Path> partitions = new LinkedHashMap<>();
	private final Map<String, HostForward> hostfwd = new LinkedHashMap<>();
	private String machine = "";
	private ByteSize diskSize;
	private boolean display;
	private boolean disposable;
	private List<String> serials = List.of();
	private int gdb = -1;
	private Duration flashTimeout;
	private WhileOn whileOn = WhileOn.REFUSE;
	private Path launcherSocket;
	private String hostname;

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
		disks.put(name, new DiskConfig(ByteSize.parse(size), null));
		return this;
	}

	/** A disk that begins with an image. */
	Configs disk(String name, String size, Path image) {
		disks.put(name, new DiskConfig(ByteSize.parse(size), image));
		return this;
	}

	Configs partition(String name, Path file) {
		partitions.put(name, file);
		return this;
	}

	Configs forward(String name, HostForward forward) {
		hostfwd.put(name, forward);
		return this;
	}

	Configs machine(String value) {
		machine = value;
		return this;
	}

	Configs diskSize(String size) {
		diskSize = ByteSize.parse(size);
		return this;
	}

	Configs display() {
		display = true;
		return this;
	}

	Configs disposable() {
		disposable = true;
		return this;
	}

	Configs serials(String... names) {
		serials = List.of(names);
		return this;
	}

	Configs gdb(int port) {
		gdb = port;
		return this;
	}

	Configs flashTimeout(Duration value) {
		flashTimeout = value;
		return this;
	}

	Configs flashWhileOn(WhileOn value) {
		whileOn = value;
		return this;
	}

	Configs launcherSocket(Path value) {
		launcherSocket = value;
		return this;
	}

	Configs hostname(String value) {
		hostname = value;
		return this;
	}

	QemuConfig get() {
		return new QemuConfig(arch, machine, cpu, 1, ByteSize.parse("128M"), firmware, partitions, kernel, initrd, null, append, disks, diskSize,
				disposable, display, accel, network, "", hostfwd, serials, gdb, hostname, null, null, List.of(), null, null, Duration.ofSeconds(30),
				whileOn, flashTimeout, "", false, "", launcherSocket, args);
	}
}
