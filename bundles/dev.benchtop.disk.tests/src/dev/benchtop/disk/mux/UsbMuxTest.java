package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.disk.Disks;
import dev.benchtop.disk.MuxFlasherFactory;
import dev.benchtop.image.Imaging;
import dev.benchtop.disk.mux.usb.UsbLibrary;

/** Muxes on USB against the transfers that they are known by. */
class UsbMuxTest {

	private static final CancelToken NONE = CancelToken.none();

	@TempDir
	private Path home;
	private final List<UsbInfo> plugged = new ArrayList<>();
	private final List<String> transfers = new ArrayList<>();
	private byte[] answer = new byte[0];
	private String failure = "";

	/** Writes down what is sent. */
	private final UsbBus bus = new UsbBus() {
		@Override
		public List<UsbInfo> devices() {
			return plugged;
		}

		@Override
		public UsbLink open(UsbInfo device) throws IOException {
			if (!failure.isEmpty()) {
				throw new IOException(failure);
			}
			return new UsbLink() {
				@Override
				public int claim(int classCode, int subclass, int protocol) {
					transfers.add("claim %02x/%02x/%02x".formatted(classCode, subclass, protocol));
					return 2;
				}

				@Override
				public void out(Request request, byte[] data) {
					transfers.add("out " + text(request));
				}

				@Override
				public byte[] in(Request request, int length) {
					transfers.add("in " + text(request) + " " + length);
					return answer;
				}

				private String text(Request request) {
					return "%s %02x %04x %04x".formatted(request.toInterface() ? "interface" : "device", request.request(), request.value(), request.index());
				}

				@Override
				public void close() {
					transfers.add("close");
				}
			};
		}
	};

	private static UsbInfo device(int vendor, int product, String name, String serial) {
		return new UsbInfo(vendor, product, name, serial, Optional.empty());
	}

	private StorageMux sdwire(String config) throws Exception {
		final var bench = new Muxes(home, "mux: {type: jumpstarter_driver_sdwire.driver.SDWire, config: {" + config + "}}\n",
				new SdWireFactory(new Disks(), new SysFolder(home.resolve("sys")), bus));
		return bench.mux("mux");
	}

	@Test
	void anSdWireIsMovedByItsPins() throws Exception {
		plugged.add(device(0x04e8, 0x6001, "sd-wire", "bdgrd_1"));
		plugged.add(device(0x04e8, 0x6001, "Galaxy", "phone"));
		final StorageMux mux = sdwire("");
		assertEquals(List.of("host", "dut"), mux.verbs().stream().map(Verb::id).toList(), "it cannot take the card from both");
		answer = new byte[] { (byte) 0xf1 };
		assertEquals(Position.HOST, mux.position());
		mux.dut(NONE);
		answer = new byte[] { (byte) 0xf0 };
		assertEquals(Position.DUT, mux.position());
		mux.host(NONE);
		answer = new byte[] { 1 };
		mux.off(NONE);
		assertEquals(List.of("in device 0c 0000 0000 1", "close", "in device 0c 0000 0000 1", "close", "out device 0b 20f0 0000", "close", //
				"in device 0c 0000 0000 1", "close", "out device 0b 20f1 0000", "close", "in device 0c 0000 0000 1", "close", "out device 0b 20f1 0000", "close"),
				transfers);
	}

	@Test
	void whichOneIsMeantHasToBeClear() throws Exception {
		final StorageMux any = sdwire("");
		assertEquals("No SDWire is plugged in", assertThrows(BenchException.class, any::position).what());
		plugged.add(device(0x0403, 0x6015, "FT200X", "D30A"));
		assertThrows(BenchException.class, any::position, "a chip that may be anything is not taken without its serial number");
		plugged.add(device(0x04e8, 0x6001, "sd-wire", "one"));
		answer = new byte[] { 1 };
		assertEquals(Position.HOST, any.position());
		plugged.add(device(0x04e8, 0x6001, "sd-wire", "two"));
		final var several = assertThrows(BenchException.class, any::position);
		assertEquals("Several SDWire are plugged in", several.what());
		assertEquals("one, two", several.why().orElseThrow());
		assertEquals(Position.HOST, sdwire("serial: D30A, storage_device: /dev/none").position());
		assertEquals("No SDWire of the serial number three is plugged in",
				assertThrows(BenchException.class, () -> sdwire("serial: three").position()).what());
		failure = "no rights";
		assertEquals("no rights", assertThrows(BenchException.class, () -> sdwire("serial: two").position()).why().orElseThrow());
	}

	/** A folder of a device with its files; returns where it is. */
	private Path sys(String path, Map<String, String> files) throws IOException {
		final Path folder = Files.createDirectories(home.resolve("sys").resolve(path));
		for (final var file : files.entrySet()) {
			Files.writeString(folder.resolve(file.getKey()), file.getValue() + "\n");
		}
		return folder;
	}

	private void link(String at, Path to) throws IOException {
		final Path link = home.resolve("sys").resolve(at);
		Files.createDirectories(link.getParent());
		Files.createSymbolicLink(link, to);
	}

	@Test
	void theCardOfAnSdWireHangsOnItsHub() throws Exception {
		final Path wire = sys("devices/pci/usb1/1-4/1-4.2", Map.of("idVendor", "04e8", "idProduct", "6001", "product", "sd-wire", "serial", "w1"));
		link("bus/usb/devices/1-4.2", wire);
		link("bus/usb/devices/1-4.2:1.0", sys("devices/pci/usb1/1-4/1-4.2/1-4.2:1.0", Map.of()));
		link("block/sdb", sys("devices/pci/usb1/1-4/1-4.1/host3/block/sdb", Map.of()));
		link("block/sdc", sys("devices/pci/usb1/1-5/host4/block/sdc", Map.of()));
		final var system = new SysFolder(home.resolve("sys"));
		final List<UsbInfo> found = system.usb();
		assertEquals(1, found.size());
		assertEquals(Optional.of(Path.of("/dev/sdb")), system.diskBeside(found.getFirst()));
		link("block/sdd", sys("devices/pci/usb1/1-4/1-4.3/host5/block/sdd", Map.of()));
		assertEquals("Several disks hang on the hub of the mux: [sdb, sdd]", assertThrows(BenchException.class, () -> system.diskBeside(found.getFirst())).what());
		final Path alone = sys("devices/pci/usb2/2-1", Map.of("idVendor", "04e8", "idProduct", "6001", "product", "sd-wire"));
		link("bus/usb/devices/2-1", alone);
		link("block/sde", sys("devices/pci/usb2/2-3/host6/block/sde", Map.of()));
		assertEquals(Optional.empty(), system.diskBeside(system.usb().getLast()), "a disk on the machine's own hub is no neighbour");
	}

	@Test
	void whatIsPluggedInIsFoundWithItsFlasher() throws Exception {
		link("bus/usb/devices/1-4.2", sys("devices/1-4/1-4.2", Map.of("idVendor", "04e8", "idProduct", "6001", "product", "sd-wire", "serial", "w1")));
		link("bus/usb/devices/1-5", sys("devices/1-5", Map.of("idVendor", "2b23", "idProduct", "1012", "product", "DUTLink", "serial", "c41521b0")));
		link("bus/usb/devices/1-6", sys("devices/1-6", Map.of("idVendor", "046d", "idProduct", "c31c", "product", "Keyboard")));
		final Path nodes = Files.createDirectories(home.resolve("usb-sd-mux"));
		Files.createFile(nodes.resolve("id-00048.00643"));
		final var finder = new MuxFinder(new SysFolder(home.resolve("sys")), nodes);
		assertEquals("mux", finder.kind());
		final List<Found> found = finder.find();
		assertEquals(List.of("sdwire", "dutlink", "usb-sd-mux"), found.stream().map(Found::type).toList());
		assertEquals(Map.of("serial", "w1"), found.getFirst().config());
		assertEquals(Map.of("flasher", Map.of("type", "mux-flasher", "children", Map.of("mux", Map.of("ref", "link.storage")))),
				finder.companions(found.get(1), "link"));
		assertEquals(List.of(), new MuxFinder(new SysFolder(home.resolve("none")), home.resolve("none")).find());
	}

	@Test
	void aDutLinkHasPowerAndStorage() throws Exception {
		plugged.add(device(0x2b23, 0x1012, "DUTLink", "c41521b0"));
		final var bench = new Muxes(home, "link: {type: jumpstarter_driver_dutlink.driver.Dutlink, config: {serial: c41521b0, storage_device: /dev/none, storage_timeout: 1ms}}\n",
				new DutLinkFactory(new Disks(), bus));
		final Power power = bench.node("link.power").use(Power.class);
		assertEquals(Power.State.UNKNOWN, power.state());
		power.on(NONE);
		power.on(NONE);
		assertEquals(Power.State.ON, power.state());
		power.off(NONE);
		final StorageMux storage = bench.mux("link.storage");
		assertEquals(Position.UNKNOWN, storage.position());
		assertThrows(BenchException.class, () -> storage.host(NONE), "its stick is not there");
		storage.dut(NONE);
		storage.off(NONE);
		assertEquals(Position.OFF, storage.position());
		assertEquals(List.of("out interface 01 0001 0002", "out interface 01 0001 0002", "out interface 01 0000 0002", "out interface 02 0001 0002", "out interface 02 0002 0002",
				"out interface 02 0000 0002"), transfers.stream().filter(transfer -> transfer.startsWith("out")).toList());
		assertEquals("claim ff/01/01", transfers.getFirst());
		transfers.clear();
		answer = "5.1V 0.30A 1.53W\0\0".getBytes(StandardCharsets.UTF_8);
		final var readings = power.readings(CancelToken.none()).orElseThrow();
		assertEquals(5.1, readings.volts());
		assertEquals(0.3, readings.amperes());
		assertEquals(List.of("claim ff/01/01", "out interface 00 0000 0002", "in interface 04 0001 0002 512", "close"), transfers);
		answer = "?".getBytes(StandardCharsets.UTF_8);
		assertEquals("The DUTLink says \"?\", which are no readings", assertThrows(BenchException.class, () -> power.readings(CancelToken.none())).what());
	}

	@Test
	void whatADutLinkWasToldIsNotKnownAnyMoreOnceItWasUnplugged() throws Exception {
		final Path folder = sys("devices/1-5", Map.of("idVendor", "2b23", "idProduct", "1012", "busnum", "1", "devnum", "7"));
		plugged.add(new UsbInfo(0x2b23, 0x1012, "DUTLink", "c41521b0", Optional.of(folder)));
		final var bench = new Muxes(home, "link: {type: dutlink, config: {storage_device: /dev/none}}\n", new DutLinkFactory(new Disks(), bus));
		final Power power = bench.node("link.power").use(Power.class);
		final StorageMux storage = bench.mux("link.storage");
		power.on(NONE);
		storage.off(NONE);
		assertEquals(Power.State.ON, power.state());
		assertEquals(Position.OFF, storage.position());
		Files.writeString(folder.resolve("devnum"), "8\n");
		assertEquals(Power.State.UNKNOWN, power.state());
		assertEquals(Position.UNKNOWN, storage.position());
		power.on(NONE);
		assertEquals(Power.State.ON, power.state());
		plugged.clear();
		assertEquals(Power.State.UNKNOWN, power.state());
	}

	@Test
	void aBoardOfWhatIsFoundAndItsCompanionsHasAFlasher() throws Exception {
		final var finder = new MuxFinder(new SysFolder(home.resolve("sys")), home.resolve("none"));
		final Map<String, DriverFactory<?>> factories = Map.of("sdwire", new SdWireFactory(new Disks(), new SysFolder(home.resolve("sys")), bus), "dutlink",
				new DutLinkFactory(new Disks(), bus), "usb-sd-mux", new UsbSdMuxFactory(new Disks(), new SysFolder(home.resolve("sys"))));
		for (final String type : factories.keySet()) {
			final Map<String, Object> config = type.equals("usb-sd-mux") ? Map.of("device", "/dev/sg7") : Map.of("serial", "x", "storage_device", "/dev/none");
			final var nodes = new LinkedHashMap<String, Object>(finder.companions(new Found(type, type, "", type, config), "the_mux"));
			nodes.put("the_mux", Map.of("type", type, "config", config));
			final var lines = new StringBuilder();
			nodes.forEach((name, node) -> lines.append(name).append(": ").append(new Gson().toJson(node)).append('\n'));
			try (var bench = new Muxes(home.resolve(type), lines.toString(), factories.get(type), new MuxFlasherFactory(Imaging.standard()))) {
				assertNotNull(bench.node("flasher").use(Flasher.class), type);
			}
		}
	}

	@Test
	void aUsbSdMuxIsMovedByItsProgram() throws Exception {
		final Path program = Files.writeString(home.resolve("usbsdmux"), "#!/bin/sh\necho \"$@\" >> " + home + "/log\n[ \"$2\" != get ] || echo dut\n");
		assertTrue(program.toFile().setExecutable(true));
		link("class/scsi_generic/sg7/device/block/sdq", sys("devices/x/sdq", Map.of()));
		final var system = new SysFolder(home.resolve("sys"));
		assertEquals(Optional.of(Path.of("/dev/sdq")), system.blockOfGeneric(Path.of("/dev/sg7")));
		assertEquals(Optional.empty(), system.blockOfGeneric(Path.of("/dev/sg8")));
		final StorageMux mux = new Muxes(home, "mux: {type: usb-sd-mux, config: {device: /dev/sg8, command: " + program + "}}\n",
				new UsbSdMuxFactory(new Disks(), system)).mux("mux");
		assertEquals(Position.DUT, mux.position());
		mux.host(NONE);
		mux.off(NONE);
		assertEquals("/dev/sg8 get\n/dev/sg8 host\n/dev/sg8 get\n/dev/sg8 off\n", Files.readString(home.resolve("log")));
		final StorageMux without = new Muxes(home.resolve("other"), "mux: {type: usb-sd-mux, config: {device: /dev/sg8, command: " + home + "/none}}\n",
				new UsbSdMuxFactory(new Disks(), system)).mux("mux");
		assertTrue(assertThrows(BenchException.class, () -> without.host(NONE)).what().endsWith("could not be started"));
	}

	@Test
	void aDeviceThatIsNotThereIsASentence() {
		final String message = assertThrows(IOException.class, () -> UsbLibrary.open(0x2b23, 0x1012, "no such serial")).getMessage();
		assertTrue(message.equals("the device 2b23:1012 is not plugged in") || message.startsWith("USB cannot be used on this machine: "), message);
	}
}
