package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class QemuCommandTest {

	private static final Run RUN = new Run("7f", "/s", "/r", "TCG", "", List.of(), Map.of("ssh", 2222), false, List.of());
	private static final Acceleration TCG = new Acceleration(false, "", false);
	private static final Acceleration KVM = new Acceleration(true, "", false);

	@Test
	void beginsDetachedAndStopped() {
		final var line = line(Configs.uboot(), new Firmware.Bios(Path.of("/u-boot.bin")), TCG);

		assertEquals(List.of("-pidfile", "/s/7f.pid", "-name", "board", "-daemonize", "-S", "-no-user-config", "-nodefaults"), line.subList(0, 8));
		assertEquals(List.of("unix:/r/7f.e,server=on,wait=off", "unix:/r/7f.c,server=on,wait=off"), values(line, "-qmp"));
	}

	@Test
	void logsTheSerialLineInAFileThatOnlyGrows() {
		final var line = line(Configs.uboot(), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("pipe,id=s,path=/r/7f.s,logfile=/s/con,,sole.log,logappend=on"), values(line, "-chardev"));
		assertEquals(List.of("chardev:s"), values(line, "-serial"));
	}

	@Test
	void anArmBoardWithUboot() {
		final var line = line(Configs.uboot(), new Firmware.Bios(Path.of("/u-boot.bin")), TCG);

		assertEquals(List.of("virt"), values(line, "-machine"));
		assertEquals(List.of("/u-boot.bin"), values(line, "-bios"));
		assertEquals(List.of("cortex-a72"), values(line, "-cpu"));
		assertTrue(values(line, "-device").contains("virtio-net-device,netdev=net"));
		assertEquals(List.of("user,id=net,tftp=/s/t,,ftp"), values(line, "-netdev"));
	}

	@Test
	void aPcWithUefi() {
		final var line = line(Configs.bare().firmware("uefi"), new Firmware.Flash(Path.of("/code.fd"), Path.of("/empty.fd")), TCG);

		assertEquals(List.of("q35,pflash0=code,pflash1=variables"), values(line, "-machine"));
		assertTrue(values(line, "-blockdev").getFirst().contains("\"read-only\":true"));
		assertTrue(values(line, "-blockdev").get(1).contains("/s/variables.fd"));
		assertTrue(values(line, "-device").contains("virtio-net-pci,romfile=,netdev=net"), "no option ROM that would try PXE");
	}

	@Test
	void kvmTakesTheProcessorOfThisMachine() {
		final var line = line(Configs.bare(), new Firmware.BuiltIn(), KVM);

		assertEquals(List.of("kvm"), values(line, "-accel"));
		assertEquals(List.of("host"), values(line, "-cpu"));
	}

	@Test
	void theFirstDiskBoots() {
		final var line = line(Configs.uboot().disk("root", "1G").disk("data", "1G"), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("virtio-blk-pci,drive=disk0,bootindex=0,serial=root", "virtio-blk-pci,drive=disk1,bootindex=1,serial=data"),
				values(line, "-device").stream().filter(device -> device.startsWith("virtio-blk")).toList());
		assertTrue(values(line, "-blockdev").getFirst().contains("\"filename\":\"/disks/a, b=c.qcow2\""));
	}

	@Test
	void aKernelOfTheBenchFolder() {
		final var line = line(Configs.uboot().firmware("").kernel(Path.of("Image"), Path.of("/initrd"), ""), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("/bench/Image"), values(line, "-kernel"));
		assertEquals(List.of("/initrd"), values(line, "-initrd"));
		assertEquals(List.of("console=ttyAMA0"), values(line, "-append"));
	}

	@Test
	void noFirmwareIsMeantWithAKernel() {
		assertEquals("none", Configs.uboot().firmware("").kernel(Path.of("Image"), null, "").get().firmwareName(Arch.AARCH64));
		assertEquals("uefi", Configs.uboot().firmware("").get().firmwareName(Arch.AARCH64));
		assertEquals("u-boot", Configs.uboot().firmware("").get().firmwareName(Arch.RISCV64));
	}

	@Test
	void argumentsComeLastAsTheyAre() {
		final var line = line(Configs.uboot().args("-device", "virtio-rng-pci"), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("-device", "virtio-rng-pci"), line.subList(line.size() - 2, line.size()));
	}

	@Test
	void withoutANetwork() {
		final var line = line(Configs.uboot().network(Network.NONE), new Firmware.BuiltIn(), TCG);

		assertFalse(line.contains("-netdev"));
	}

	@Test
	void forwardsPorts() {
		final var line = line(Configs.uboot().forward("ssh", new HostForward(HostForward.Protocol.TCP, "127.0.0.1", 0, 22))
				.forward("dns", new HostForward(HostForward.Protocol.UDP, "0.0.0.0", 5353, 53)), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("user,id=net,tftp=/s/t,,ftp,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=udp:0.0.0.0:5353-:53"), values(line, "-netdev"));
	}

	@Test
	void aScreenHasKeyboardAndTablet() {
		final var pc = line(Configs.bare().display(), new Firmware.BuiltIn(), TCG);
		final var arm = line(Configs.uboot().display(), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("unix:/r/7f.v"), values(pc, "-vnc"));
		assertEquals(List.of("virtio-net-pci,romfile=,netdev=net", "virtio-vga", "qemu-xhci", "usb-kbd", "usb-tablet"), values(pc, "-device"));
		assertEquals(List.of("virtio-net-device,netdev=net", "virtio-gpu-pci", "qemu-xhci", "usb-kbd", "usb-tablet"), values(arm, "-device"));
		assertFalse(line(Configs.uboot(), new Firmware.BuiltIn(), TCG).contains("-vnc"));
	}

	@Test
	void furtherSerialLinesAreWhereTheMachineHasThem() {
		final var lines = new ArrayList<Line>();
		for (final String tag : List.of("s", "s1", "s2", "s3", "s4")) {
			lines.add(new Line(tag, tag, Path.of("/s/" + tag)));
		}
		lines.add(new Line("monitor", "m", Path.of("/s/m")));

		assertEquals(List.of("chardev:s", "chardev:s1", "chardev:s2", "chardev:s3"), values(with(Configs.bare(), lines), "-serial"));
		assertEquals(List.of("pci-serial,chardev=s4"), values(with(Configs.bare().network(Network.NONE), lines), "-device"));
		assertEquals(List.of("chardev:s"), values(with(Configs.uboot(), lines), "-serial"));
		assertEquals(List.of("chardev=m,mode=readline"), values(with(Configs.uboot(), lines), "-mon"));
	}

	@Test
	void aMachineWithoutSlotsTakesWhatIsSolderedToIt() {
		final var line = line(Configs.uboot().arch(Arch.ARM).machine("vexpress-a9").disk("root", "1G").display(), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("vexpress-a9"), values(line, "-machine"));
		assertEquals(List.of("virtio-keyboard-device", "virtio-tablet-device"), values(line, "-device"));
		assertEquals(List.of("user,id=net,tftp=/s/t,,ftp"), values(line, "-nic"));
		assertTrue(values(line, "-drive").getFirst().startsWith("if=sd,format=qcow2,node-name=disk0,file="));
		assertFalse(line.contains("-cpu"));
	}

	@Test
	void furtherDevicesGoWhereTheMachineHasAPlaceForThem() {
		final var places = new LinkedHashMap<String, List<String>>();
		for (final String machine : List.of("virt", "vexpress-a9", "raspi2b", "sabrelite")) {
			final var config = Configs.uboot().arch(Arch.ARM).machine(machine).network(Network.NONE).display().get();
			final var line = new QemuCommand("board", Arch.ARM, config, 1 << 20, Path.of("/bench"), new Firmware.BuiltIn(), Path.of("/v"), Map.of(),
					Optional.of(Path.of("/seed.iso")), List.of(), Path.of("/t"), OptionalLong.of(42)).arguments(RUN, TCG);
			places.put(machine, values(line, "-device"));
		}

		assertEquals(List.of("virtio-blk-pci,drive=seed,serial=cidata", "virtio-gpu-pci", "qemu-xhci", "usb-kbd", "usb-tablet", "vhost-vsock-pci,guest-cid=42"),
				places.get("virt"));
		assertEquals(List.of("virtio-blk-device,drive=seed,serial=cidata", "virtio-keyboard-device", "virtio-tablet-device", "vhost-vsock-device,guest-cid=42"),
				places.get("vexpress-a9"));
		assertEquals(List.of("usb-storage,drive=seed,serial=cidata", "usb-kbd", "usb-tablet"), places.get("raspi2b"));
		assertEquals(List.of(), places.get("sabrelite"));
	}

	@Test
	void riscvStartsUbootByItsOwnFirmware() {
		final var line = line(Configs.uboot().arch(Arch.RISCV64), new Firmware.Payload(Path.of("/uboot.elf")), TCG);

		assertEquals(List.of("/uboot.elf"), values(line, "-kernel"));
		assertEquals(List.of("rv64"), values(line, "-cpu"));
	}

	@Test
	void theScriptNeedsNothingOfBenchtop() {
		final var config = Configs.uboot().get();
		final var line = command(config, new Firmware.BuiltIn(), Map.of()).standalone(RUN, TCG);

		assertFalse(line.contains("-daemonize"));
		assertFalse(line.contains("-S"));
		assertEquals(List.of("mon:stdio"), values(line, "-serial"));
	}

	@Test
	void theScriptHasTheFurtherSerialLinesToo() {
		final var lines = new ArrayList<Line>();
		for (final String name : List.of("console", "modem", "b", "c", "debug", "monitor")) {
			lines.add(new Line(name, name, Path.of("/s/" + name)));
		}
		final var line = command(Configs.bare().network(Network.NONE), lines).standalone(RUN, TCG);

		assertEquals(List.of("pty,id=serial-modem", "pty,id=serial-b", "pty,id=serial-c", "pty,id=serial-debug"), values(line, "-chardev"));
		assertEquals(List.of("mon:stdio", "chardev:serial-modem", "chardev:serial-b", "chardev:serial-c"), values(line, "-serial"));
		assertEquals(List.of("pci-serial,chardev=serial-debug"), values(line, "-device"));
	}

	private static List<String> with(Configs configs, List<Line> lines) {
		return command(configs, lines).arguments(RUN, TCG);
	}

	private static QemuCommand command(Configs configs, List<Line> lines) {
		final var config = configs.get();
		return new QemuCommand("board", config.arch(), config, 1 << 20, Path.of("/bench"), new Firmware.BuiltIn(), Path.of("/v"), Map.of(), Optional.empty(),
				lines, Path.of("/t"), OptionalLong.empty());
	}

	private static List<String> line(Configs configs, Firmware firmware, Acceleration acceleration) {
		final var config = configs.get();
		final var disks = new LinkedHashMap<String, Path>();
		config.disks().keySet().forEach(name -> disks.put(name, Path.of("/disks/a, b=c.qcow2")));
		return command(config, firmware, disks).arguments(RUN, acceleration);
	}

	private static QemuCommand command(QemuConfig config, Firmware firmware, Map<String, Path> disks) {
		return new QemuCommand("board", config.arch(), config, 1 << 20, Path.of("/bench"), firmware, Path.of("/s/variables.fd"), disks, Optional.empty(),
				List.of(new Line("console", "s", Path.of("/s/con,sole.log"))), Path.of("/s/t,ftp"), OptionalLong.empty());
	}

	private static List<String> values(List<String> line, String option) {
		final var values = new ArrayList<String>();
		for (int index = 0; index < line.size() - 1; index++) {
			if (line.get(index).equals(option)) {
				values.add(line.get(index + 1));
			}
		}
		return values;
	}
}
