package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.junit.jupiter.api.Test;

class QemuCommandTest {

	private static final Run RUN = new Run("7f", "/s", "/r", "TCG", "");
	private static final Acceleration TCG = new Acceleration(false, "");
	private static final Acceleration KVM = new Acceleration(true, "");

	@Test
	void beginsDetachedAndStopped() {
		final var line = line(Configs.uboot(), new Firmware.Bios(Path.of("/u-boot.bin")), TCG);

		assertEquals(List.of("-pidfile", "/s/7f.pid", "-name", "board", "-daemonize", "-S", "-no-user-config", "-nodefaults"), line.subList(0, 8));
		assertEquals(List.of("unix:/r/7f.e,server=on,wait=off", "unix:/r/7f.c,server=on,wait=off"), values(line, "-qmp"));
	}

	@Test
	void logsTheSerialLineInAFileThatOnlyGrows() {
		final var line = line(Configs.uboot(), new Firmware.BuiltIn(), TCG);

		assertEquals(List.of("pipe,id=console,path=/r/7f.s,logfile=/s/con,,sole.log,logappend=on"), values(line, "-chardev"));
		assertEquals(List.of("chardev:console"), values(line, "-serial"));
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
		assertEquals("none", Configs.uboot().firmware("").kernel(Path.of("Image"), null, "").get().firmwareName());
		assertEquals("uefi", Configs.uboot().firmware("").get().firmwareName());
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

	private static List<String> line(Configs configs, Firmware firmware, Acceleration acceleration) {
		final var config = configs.get();
		final var disks = new LinkedHashMap<String, Path>();
		config.disks().keySet().forEach(name -> disks.put(name, Path.of("/disks/a, b=c.qcow2")));
		return new QemuCommand("board", config.arch(), config, Path.of("/bench"), firmware, Path.of("/s/variables.fd"), disks,
				Path.of("/s/con,sole.log"), Path.of("/s/t,ftp")).arguments(RUN, acceleration);
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
