package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.BenchException.Kind;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.qemu.HostForward.Protocol;

class ShapeTest {

	private static final HostForward SSH = new HostForward(Protocol.TCP, "127.0.0.1", 0, 22);
	private static final HostForward WEB = new HostForward(Protocol.TCP, "127.0.0.1", 8080, 80);

	@Test
	void namesAllThatTheBoardWillHave() {
		final var shape = Shape.of(Configs.bare().display().serials("modem").gdb(0).forward("ssh", SSH).forward("web", WEB).get());

		assertEquals(List.of("power", "console", "modem", "monitor", "flasher", "snapshots", "display", "ssh", "web", "gdb"),
				List.copyOf(shape.children().keySet()));
		assertEquals(Set.of(NetworkPort.class, RemoteShell.class, Console.class), shape.children().get("ssh").capabilities());
		assertEquals(Set.of(NetworkPort.class), shape.children().get("web").capabilities());
	}

	@Test
	void oneConsoleIsTheConsole() {
		final var shape = Shape.of(Configs.bare().serials("modem").forward("ssh", SSH).get());

		assertEquals(List.of("modem", "monitor", "ssh"), shape.children().entrySet().stream().filter(child -> child.getValue().aside()).map(child -> child.getKey()).toList());
	}

	@Test
	void thePartitionRootIsTheImageOfTheDiskOfThatName() {
		final var alone = Configs.bare().partition("root", Path.of("golden.qcow2")).get().allDisks();
		final var among = Configs.bare().disk("root", "5G").disk("data", "1G").partition("root", Path.of("golden.qcow2")).get().allDisks();

		assertEquals(Path.of("golden.qcow2"), alone.get("root").image());
		assertEquals(5L << 30, among.get("root").size().bytes());
		assertEquals(Path.of("golden.qcow2"), among.get("root").image());
		assertEquals(List.of("root", "data"), List.copyOf(among.keySet()));
	}

	@Test
	void aPartitionThatThereIsNotIsNamedWithThoseThatAre() {
		final var error = refused(Configs.bare().partition("rootfs", Path.of("x")));

		assertEquals("virtual: Invalid partition name: rootfs\nTargets: root, bios, OVMF_CODE.fd, OVMF_VARS.fd", error.getMessage());
	}

	@Test
	void qemuInAnotherContainerIsRefused() {
		assertTrue(refused(Configs.bare().launcherSocket(Path.of("/run/launcher"))).what().startsWith("launcher_socket is for QEMU in another container"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"power", "console", "monitor", "flasher", "display", "snapshots", "gdb", "a.b", "a/b", "", "modem"})
	void aPortMayNotTakeTheNameOfAnotherNode(String name) {
		refused(Configs.bare().serials("modem").forward(name, SSH));
	}

	@Test
	void portsWantANetwork() {
		refused(Configs.bare().network(Network.NONE).forward("ssh", SSH));
		assertDoesNotThrow(() -> Shape.check("virtual", Configs.bare().forward("ssh", SSH).get()));
	}

	private static BenchException refused(Configs configs) {
		final var error = assertThrows(BenchException.class, () -> Shape.check("virtual", configs.get()));
		assertEquals(Kind.USAGE, error.kind());
		return error;
	}
}
