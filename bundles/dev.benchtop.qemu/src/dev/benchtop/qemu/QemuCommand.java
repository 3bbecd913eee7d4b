package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * Builds QEMU's command line.
 *
 * @param board the name of the board
 * @param arch its architecture
 * @param config its configuration
 * @param folder what relative paths of the configuration count from
 * @param firmware what it runs first
 * @param variables the board's own UEFI variables, where its firmware has some
 * @param disks the overlays by the names of the disks, the one to boot first
 * @param consoleLog where the serial line is logged
 * @param tftp the folder that QEMU's router serves
 */
record QemuCommand(String board, Arch arch, QemuConfig config, Path folder, Firmware firmware, Path variables, Map<String, Path> disks, Path consoleLog,
		Path tftp) {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	/** The arguments after the program's name, for a machine that waits stopped. */
	List<String> arguments(Run run, Acceleration acceleration) {
		final var line = new ArrayList<String>();
		add(line, "-pidfile", run.pidFile().toString()); //$NON-NLS-1$
		add(line, "-name", escape(board)); //$NON-NLS-1$
		add(line, "-daemonize", "-S", "-no-user-config", "-nodefaults"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		add(line, "-D", run.words().toString(), "-d", "unimp"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		add(line, "-display", "none"); //$NON-NLS-1$ //$NON-NLS-2$
		add(line, "-accel", acceleration.kvm() ? "kvm" : "tcg,thread=multi"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		machine(line, acceleration);
		control(line, run);
		network(line);
		disks(line);
		kernel(line);
		if (config.args() != null) {
			line.addAll(config.args());
		}
		return line;
	}

	private void machine(List<String> line, Acceleration acceleration) {
		final boolean gic = arch == Arch.AARCH64 && acceleration.kvm();
		final String machine = arch.machine() + (gic ? ",gic-version=host" : ""); //$NON-NLS-1$ //$NON-NLS-2$
		switch (firmware) {
			case Firmware.BuiltIn _ -> add(line, "-machine", machine); //$NON-NLS-1$
			case Firmware.Bios bios -> add(line, "-machine", machine, "-bios", bios.file().toString()); //$NON-NLS-1$ //$NON-NLS-2$
			case Firmware.Flash flash -> {
				add(line, "-blockdev", file("code", flash.code(), true)); //$NON-NLS-1$ //$NON-NLS-2$
				add(line, "-blockdev", file("variables", variables, false)); //$NON-NLS-1$ //$NON-NLS-2$
				add(line, "-machine", machine + ",pflash0=code,pflash1=variables"); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		final boolean chosen = config.cpu() != null && !config.cpu().isBlank();
		add(line, "-cpu", chosen ? config.cpu() : acceleration.kvm() ? "host" : arch.emulatedCpu()); //$NON-NLS-1$ //$NON-NLS-2$
		add(line, "-smp", Integer.toString(config.smp())); //$NON-NLS-1$
		add(line, "-m", config.mem().bytes() + "B"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void control(List<String> line, Run run) {
		for (final Path socket : List.of(run.events(), run.commands())) {
			add(line, "-qmp", "unix:" + escape(socket.toString()) + ",server=on,wait=off"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		add(line, "-chardev", "pipe,id=console,path=" + escape(run.serial().toString()) //$NON-NLS-1$ //$NON-NLS-2$
				+ ",logfile=" + escape(consoleLog.toString()) + ",logappend=on"); //$NON-NLS-1$ //$NON-NLS-2$
		add(line, "-serial", "chardev:console"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void network(List<String> line) {
		if (config.network() == Network.NONE) {
			return;
		}
		add(line, "-netdev", "user,id=net,tftp=" + escape(tftp.toString())); //$NON-NLS-1$ //$NON-NLS-2$
		add(line, "-device", nic() + ",netdev=net"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A device that the firmware's own drivers know; without an option ROM, which would only spend time on PXE. */
	private String nic() {
		if (config.nic() != null && !config.nic().isBlank()) {
			return config.nic();
		}
		if (config.firmwareName().equals(Firmware.UBOOT)) {
			return arch == Arch.AARCH64 ? "virtio-net-device" : "e1000,romfile="; //$NON-NLS-1$ //$NON-NLS-2$
		}
		return "virtio-net-pci,romfile="; //$NON-NLS-1$
	}

	private void disks(List<String> line) {
		int index = 0;
		for (final var disk : disks.entrySet()) {
			final var device = new LinkedHashMap<String, Object>();
			device.put("driver", "qcow2"); //$NON-NLS-1$ //$NON-NLS-2$
			device.put("node-name", "disk" + index); //$NON-NLS-1$ //$NON-NLS-2$
			device.put("discard", "unmap"); //$NON-NLS-1$ //$NON-NLS-2$
			device.put("file", Map.of("driver", "file", "filename", disk.getValue().toString())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			add(line, "-blockdev", GSON.toJson(device)); //$NON-NLS-1$
			add(line, "-device", "virtio-blk-pci,drive=disk" + index + ",bootindex=" + index + ",serial=" + escape(disk.getKey())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			index++;
		}
	}

	private void kernel(List<String> line) {
		if (config.kernel() != null) {
			add(line, "-kernel", folder.resolve(config.kernel()).toString()); //$NON-NLS-1$
		}
		if (config.initrd() != null) {
			add(line, "-initrd", folder.resolve(config.initrd()).toString()); //$NON-NLS-1$
		}
		if (config.append() != null && !config.append().isBlank()) {
			add(line, "-append", config.append()); //$NON-NLS-1$
		} else if (config.kernel() != null) {
			add(line, "-append", "console=" + arch.tty()); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private static String file(String node, Path file, boolean readOnly) {
		final var device = new LinkedHashMap<String, Object>();
		device.put("driver", "raw"); //$NON-NLS-1$ //$NON-NLS-2$
		device.put("node-name", node); //$NON-NLS-1$
		device.put("read-only", readOnly); //$NON-NLS-1$
		device.put("file", Map.of("driver", "file", "filename", file.toString())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return GSON.toJson(device);
	}

	private static String escape(String value) {
		return value.replace(",", ",,"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void add(List<String> line, String... arguments) {
		line.addAll(List.of(arguments));
	}
}
