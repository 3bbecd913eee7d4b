package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * Builds QEMU's command line.
 *
 * @param board the name of the board
 * @param arch its architecture
 * @param config its configuration
 * @param memory how much it has, in bytes
 * @param folder what relative paths of the configuration count from
 * @param firmware what it runs first
 * @param variables the board's own UEFI variables, where its firmware has some
 * @param disks the overlays by the names of the disks, the one to boot first
 * @param seed a further disk that is only read; empty for none
 * @param lines its lines of text
 * @param tftp the folder that QEMU's router serves
 * @param socketId its number among the sockets between virtual machines; empty where this machine has none
 */
record QemuCommand(String board, Arch arch, QemuConfig config, long memory, Path folder, Firmware firmware, Path variables, Map<String, Path> disks,
		Optional<Path> seed, List<Line> lines, Path tftp, OptionalLong socketId) {

	/** The node of the variables among QEMU's block devices. */
	static final String VARIABLES = "variables"; //$NON-NLS-1$

	/** QEMU's words go to the log once something is logged; system calls are so of guests that are programs, which none here is. */
	private static final String SILENT = "strace"; //$NON-NLS-1$
	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
	private static final int PC_SERIAL_LINES = 4;

	/** The arguments after the program's name, for a machine that waits stopped. */
	List<String> arguments(Run run, Acceleration acceleration) {
		final var line = new ArrayList<String>();
		add(line, "-pidfile", run.pidFile().toString()); //$NON-NLS-1$
		add(line, "-name", escape(board)); //$NON-NLS-1$
		add(line, "-daemonize", "-S", "-no-user-config", "-nodefaults"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		add(line, "-D", run.words().toString(), "-d", SILENT); //$NON-NLS-1$ //$NON-NLS-2$
		for (final Path socket : List.of(run.events(), run.commands())) {
			add(line, "-qmp", "unix:" + escape(socket.toString()) + ",server=on,wait=off"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		hardware(line, run, acceleration);
		text(line, run);
		line.addAll(config.args());
		return line;
	}

	/**
	 * The arguments for the same machine in a terminal, without Benchtop: the console and the monitor (Ctrl-A C) are the terminal, and QEMU says
	 * which terminals its further serial lines are.
	 */
	List<String> standalone(Run run, Acceleration acceleration) {
		final var line = new ArrayList<>(List.of("-name", escape(board), "-no-user-config", "-nodefaults")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		hardware(line, run, acceleration);
		add(line, "-serial", "mon:stdio"); //$NON-NLS-1$ //$NON-NLS-2$
		int serial = 1;
		for (final Line each : lines.stream().filter(other -> !other.isMonitor()).skip(1).toList()) {
			final String device = "serial-" + each.name(); //$NON-NLS-1$
			add(line, "-chardev", "pty,id=" + device); //$NON-NLS-1$ //$NON-NLS-2$
			serial(line, serial++, device);
		}
		line.addAll(config.args());
		return line;
	}

	/** The network and the disks come first, so that they stay in their slots whatever else the board is given. */
	private void hardware(List<String> line, Run run, Acceleration acceleration) {
		add(line, "-accel", acceleration.kvm() ? "kvm" : "tcg,thread=multi"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		machine(line, acceleration);
		network(line, run);
		disks(line);
		kernel(line);
		screen(line, run);
		if (run.ports().containsKey(Ports.GDB)) {
			add(line, "-gdb", "tcp:127.0.0.1:" + run.ports().get(Ports.GDB)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (socketId.isPresent()) {
			plugs().socket().ifPresent(model -> add(line, "-device", model + ",guest-cid=" + socketId.getAsLong())); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void machine(List<String> line, Acceleration acceleration) {
		final boolean gic = arch == Arch.AARCH64 && acceleration.kvm();
		final String machine = config.machineOn(arch) + (gic ? ",gic-version=host" : ""); //$NON-NLS-1$ //$NON-NLS-2$
		switch (firmware) {
			case Firmware.BuiltIn _ -> add(line, "-machine", machine); //$NON-NLS-1$
			case Firmware.Bios bios -> add(line, "-machine", machine, "-bios", bios.file().toString()); //$NON-NLS-1$ //$NON-NLS-2$
			case Firmware.Payload payload -> add(line, "-machine", machine, "-kernel", payload.file().toString()); //$NON-NLS-1$ //$NON-NLS-2$
			case Firmware.Flash flash -> {
				add(line, "-blockdev", file(QemuImg.RAW, "code", flash.code(), true)); //$NON-NLS-1$ //$NON-NLS-2$
				add(line, "-blockdev", file(QemuImg.QCOW2, VARIABLES, variables, false)); //$NON-NLS-1$
				add(line, "-machine", machine + ",pflash0=code,pflash1=" + VARIABLES); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		final boolean chosen = config.cpu() != null && !config.cpu().isBlank();
		if (chosen || hasSlots()) {
			add(line, "-cpu", chosen ? config.cpu() : acceleration.kvm() ? "host" : arch.emulatedCpu()); //$NON-NLS-1$ //$NON-NLS-2$
		}
		add(line, "-smp", Integer.toString(config.smp())); //$NON-NLS-1$
		add(line, "-m", memory + "B"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A screen, and what is used with one: a keyboard, and a tablet, whose pointer is where the viewer's is. */
	private void screen(List<String> line, Run run) {
		add(line, "-display", "none"); //$NON-NLS-1$ //$NON-NLS-2$
		if (!config.display()) {
			return;
		}
		add(line, "-vnc", "unix:" + escape(run.display().toString())); //$NON-NLS-1$ //$NON-NLS-2$
		if (hasSlots()) {
			add(line, "-device", arch == Arch.X86_64 ? "virtio-vga" : "virtio-gpu-pci"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		plugs().input().forEach(model -> add(line, "-device", model)); //$NON-NLS-1$
	}

	private void text(List<String> line, Run run) {
		int serial = 0;
		for (final Line each : lines) {
			add(line, "-chardev", "pipe,id=" + each.tag() + ",path=" + escape(run.line(each.tag()).toString()) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					+ ",logfile=" + escape(each.log().toString()) + ",logappend=on"); //$NON-NLS-1$ //$NON-NLS-2$
			if (each.isMonitor()) {
				add(line, "-mon", "chardev=" + each.tag() + ",mode=readline"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			} else {
				serial(line, serial++, each.tag());
			}
		}
	}

	/** The serial lines that the machine has by itself come first; further ones are cards. */
	private void serial(List<String> line, int index, String device) {
		if (index < (arch == Arch.X86_64 ? PC_SERIAL_LINES : 1) || !hasSlots()) {
			add(line, "-serial", "chardev:" + device); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			add(line, "-device", "pci-serial,chardev=" + device); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void network(List<String> line, Run run) {
		if (config.network() == Network.NONE) {
			return;
		}
		final var user = new StringBuilder("user,id=net,tftp=").append(escape(tftp.toString())); //$NON-NLS-1$
		config.hostfwd().forEach((name, forward) -> user.append(',').append(forward.rule(run.ports().getOrDefault(name, forward.hostport()))));
		if (hasSlots()) {
			add(line, "-netdev", user.toString(), "-device", nic() + ",netdev=net"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} else {
			add(line, "-nic", user.toString()); //$NON-NLS-1$
		}
	}

	/** A device that the firmware's own drivers know; without an option ROM, which would only spend time on PXE. */
	private String nic() {
		if (config.nic() != null && !config.nic().isBlank()) {
			return config.nic();
		}
		if (config.firmwareName(arch).equals(Firmware.UBOOT)) {
			return arch == Arch.X86_64 ? "e1000,romfile=" : "virtio-net-device"; //$NON-NLS-1$ //$NON-NLS-2$
		}
		return "virtio-net-pci,romfile="; //$NON-NLS-1$
	}

	private void disks(List<String> line) {
		int index = 0;
		for (final var disk : disks.entrySet()) {
			final String node = node(index);
			if (hasSlots()) {
				add(line, "-blockdev", file(QemuImg.QCOW2, node, disk.getValue(), false)); //$NON-NLS-1$
				add(line, "-device", "virtio-blk-pci,drive=" + node + ",bootindex=" + index + ",serial=" + escape(disk.getKey())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			} else {
				add(line, "-drive", "if=sd,format=qcow2,node-name=" + node + ",file=" + escape(disk.getValue().toString())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			}
			index++;
		}
		if (seed.isPresent() && plugs().disk().isPresent()) {
			add(line, "-blockdev", file(QemuImg.RAW, "seed", seed.get(), true)); //$NON-NLS-1$ //$NON-NLS-2$
			add(line, "-device", plugs().disk().get() + ",drive=seed,serial=cidata"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** The name of a disk's node among QEMU's block devices. */
	static String node(int index) {
		return "disk" + index; //$NON-NLS-1$
	}

	private void kernel(List<String> line) {
		file(line, "-kernel", config.kernel()); //$NON-NLS-1$
		file(line, "-initrd", config.initrd()); //$NON-NLS-1$
		file(line, "-dtb", config.dtb()); //$NON-NLS-1$
		if (config.append() != null && !config.append().isBlank()) {
			add(line, "-append", config.append()); //$NON-NLS-1$
		} else if (config.kernel() != null) {
			add(line, "-append", "console=" + arch.tty()); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void file(List<String> line, String option, Path file) {
		if (file != null) {
			add(line, option, folder.resolve(file).toString());
		}
	}

	private boolean hasSlots() {
		return config.hasSlots(arch);
	}

	private Plugs plugs() {
		return config.plugs(arch);
	}

	private static String file(String format, String node, Path file, boolean readOnly) {
		final var device = new LinkedHashMap<String, Object>();
		device.put("driver", format); //$NON-NLS-1$
		device.put("node-name", node); //$NON-NLS-1$
		device.put("read-only", readOnly); //$NON-NLS-1$
		if (!readOnly) {
			device.put("discard", "unmap"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final var storage = new LinkedHashMap<String, Object>();
		storage.put("driver", "file"); //$NON-NLS-1$ //$NON-NLS-2$
		storage.put("filename", file.toString()); //$NON-NLS-1$
		device.put("file", storage); //$NON-NLS-1$
		return GSON.toJson(device);
	}

	private static String escape(String value) {
		return value.replace(",", ",,"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void add(List<String> line, String... arguments) {
		line.addAll(List.of(arguments));
	}
}
