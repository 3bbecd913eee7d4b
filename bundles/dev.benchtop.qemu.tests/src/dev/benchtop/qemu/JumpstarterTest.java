package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.YamlRecord;
import dev.benchtop.qemu.HostForward.Protocol;

/** The keys of Jumpstarter's driver, as its exporter files have them. */
class JumpstarterTest {

	private static final String EXPORTER = """
			arch: x86_64
			cpu: max
			smp: 2
			mem: 512M
			disk_size: 20G
			hostname: demo
			username: jumpstarter
			password: password
			default_partitions:
			  root: Fedora.qcow2
			  OVMF_CODE.fd: /usr/share/edk2/ovmf/OVMF_CODE.fd
			  OVMF_VARS.fd: /usr/share/edk2/ovmf/OVMF_VARS.fd
			hostfwd:
			  ssh:
			    protocol: tcp
			    hostaddr: 127.0.0.1
			    hostport: 9022
			    guestport: 22
			fls_version: 0.1.9
			fls_allow_custom_binaries: false
			flash_timeout: 1800
			""";

	@Test
	void allAreUnderstood() {
		final var read = YamlRecord.read(QemuConfig.class, EXPORTER, Path.of("/etc/exporter.yaml"));

		assertEquals(List.of(), read.findings());
		final QemuConfig config = read.value().orElseThrow();
		assertEquals(Arch.X86_64, config.arch());
		assertEquals("max", config.cpu());
		assertEquals(2, config.smp());
		assertEquals(20L << 30, config.diskSize().bytes());
		assertTrue(config.allDisks().get("root").image().endsWith("Fedora.qcow2"));
		assertTrue(config.partitions().get("OVMF_VARS.fd").endsWith("OVMF_VARS.fd"));
		assertEquals(new HostForward(Protocol.TCP, "127.0.0.1", 9022, 22), config.hostfwd().get("ssh"));
		assertEquals(Duration.ofMinutes(30), config.flashTimeout());
		assertEquals("demo", config.hostname());
		assertTrue(config.cloudInit().wanted());
		assertEquals("password", config.password().reveal());
	}

	@ParameterizedTest
	@CsvSource({"20G, 21474836480", "512M, 536870912", "2T, 2199023255552", "1024, 1024", "4k, 4096", "1g, 1073741824"})
	void sizes(String text, long bytes) {
		assertEquals(bytes, ByteSize.parse(text).bytes());
	}

	@ParameterizedTest
	@ValueSource(strings = {"big", "12X", "-1G", "G", "1.5.2G", ""})
	void whatIsNoSizeIsRefused(String text) {
		assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"hostport: 70000, guestport: 22", "hostport: 22, guestport: 0", "hostport: 22", "protocol: sctp, guestport: 22"})
	void aForwardThatCannotBeIsRefused(String forward) {
		final var read = YamlRecord.read(QemuConfig.class, "hostfwd: {x: {" + forward + "}}", Path.of("/etc/exporter.yaml"));

		assertTrue(read.value().isEmpty());
		assertTrue(read.findings().getFirst().toString().contains("hostfwd.x"), read.findings()::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = {"::1", "example.org", "256.0.0.1", "1.2.3", "1.2.3.4."})
	void anAddressThatQemuCannotListenOnIsRefused(String address) {
		final var config = Configs.bare().forward("web", new HostForward(Protocol.TCP, address, 0, 80)).get();

		final var error = assertThrows(BenchException.class, () -> Shape.check("board", config));

		assertEquals("board: hostfwd.web.hostaddr: '" + address + "' is no IPv4 address\nGive an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.",
				error.getMessage());
	}

	@ParameterizedTest
	@CsvSource({"127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1", "0.0.0.0, 127.0.0.1", "192.168.10.250, 192.168.10.250", "'', 127.0.0.1"})
	void addressesToListenOn(String address, String reached) throws BenchException {
		final var forward = new HostForward(Protocol.TCP, address, 0, 80);

		Shape.check("board", Configs.bare().forward("web", forward).get());

		assertEquals(reached, forward.address(80).getHostString());
	}
}
