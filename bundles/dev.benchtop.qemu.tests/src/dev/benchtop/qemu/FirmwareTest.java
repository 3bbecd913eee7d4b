package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;

class FirmwareTest {

	@TempDir
	Path root;

	@Test
	void findsDebiansUefi() throws Exception {
		final Path code = file("share/OVMF/OVMF_CODE_4M.fd");
		final Path variables = file("share/OVMF/OVMF_VARS_4M.fd");

		assertEquals(new Firmware.Flash(code, variables), find("uefi", Arch.X86_64));
	}

	@Test
	void codeWithoutItsVariablesIsNotTaken() throws Exception {
		file("share/OVMF/OVMF_CODE_4M.fd");
		final Path code = file("share/OVMF/OVMF_CODE.fd");
		final Path variables = file("share/OVMF/OVMF_VARS.fd");

		assertEquals(new Firmware.Flash(code, variables), find("uefi", Arch.X86_64));
	}

	@Test
	void findsUefiForArm() throws Exception {
		final Path code = file("share/AAVMF/AAVMF_CODE.fd");
		final Path variables = file("share/AAVMF/AAVMF_VARS.fd");

		assertEquals(new Firmware.Flash(code, variables), find("uefi", Arch.AARCH64));
	}

	@Test
	void looksInEveryFolder() throws Exception {
		final Path uboot = file("lib/u-boot/qemu_arm64/u-boot.bin");

		assertEquals(new Firmware.Bios(uboot), find("u-boot", Arch.AARCH64));
	}

	@Test
	void namesThePackageThatIsMissing() {
		assertEquals("Install the package ovmf: sudo apt install ovmf", next("uefi", Arch.X86_64));
		assertEquals("Install the package qemu-efi-aarch64: sudo apt install qemu-efi-aarch64", next("uefi", Arch.AARCH64));
		assertEquals("Install the package u-boot-qemu: sudo apt install u-boot-qemu", next("u-boot", Arch.AARCH64));
	}

	@Test
	void takesAFileRelativeToTheBoardsOwn() throws Exception {
		final Path own = file("bench/firmware/board.bin");

		assertEquals(new Firmware.Bios(own), Firmware.find("firmware/board.bin", Arch.AARCH64, root.resolve("bench"), partitions(Map.of()), host()));
	}

	@Test
	void saysWhichFileCannotBeRead() {
		final var error = assertThrows(BenchException.class, () -> find("nowhere.bin", Arch.AARCH64));

		assertTrue(error.getMessage().startsWith("The firmware " + root.resolve("nowhere.bin") + " cannot be read"), error.getMessage());
	}

	@Test
	void findsFirmwareForEveryArchitecture() throws Exception {
		final Path arm = file("share/AAVMF/AAVMF32_CODE.fd");
		final Path armVariables = file("share/AAVMF/AAVMF32_VARS.fd");
		final Path riscv = file("share/qemu/edk2-riscv-code.fd");
		final Path riscvVariables = file("share/qemu/edk2-riscv-vars.fd");
		final Path uboot = file("lib/u-boot/qemu_arm/u-boot.bin");
		final Path riscvUboot = file("lib/u-boot/qemu-riscv64_smode/uboot.elf");

		assertEquals(new Firmware.Flash(arm, armVariables), find("uefi", Arch.ARM));
		assertEquals(new Firmware.Flash(riscv, riscvVariables), find("uefi", Arch.RISCV64));
		assertEquals(new Firmware.Bios(uboot), find("u-boot", Arch.ARM));
		assertEquals(new Firmware.Payload(riscvUboot), find("u-boot", Arch.RISCV64));
	}

	@Test
	void partitionsGoBeforeTheName() throws Exception {
		final Path code = file("golden/code.fd");
		final Path variables = file("golden/vars.fd");
		final Path bios = file("golden/bios.bin");

		assertEquals(new Firmware.Bios(bios), find(partitions(Map.of("bios", bios))));
		assertEquals(new Firmware.Flash(code, variables), find(partitions(Map.of("bios", bios, "OVMF_CODE.fd", code, "OVMF_VARS.fd", variables))));
	}

	@Test
	void whatWasFlashedGoesBeforeWhatIsConfigured() throws Exception {
		final Path configured = file("golden/bios.bin");
		final Path flashed = file("state/bios");

		assertEquals(new Firmware.Bios(flashed), find(partitions(Map.of("bios", configured))));
	}

	@Test
	void codeAndVariablesGoTogether() throws Exception {
		final var error = assertThrows(BenchException.class, () -> find(partitions(Map.of("OVMF_CODE.fd", file("golden/code.fd")))));

		assertEquals("The board has OVMF_CODE.fd and no OVMF_VARS.fd", error.what());
	}

	private Firmware find(Partitions partitions) throws BenchException {
		return Firmware.find("none", Arch.X86_64, root, partitions, host());
	}

	private Partitions partitions(Map<String, Path> configured) {
		return new Partitions(root.resolve("state"), root, configured);
	}

	private String next(String name, Arch arch) {
		return assertThrows(BenchException.class, () -> find(name, arch)).next().orElseThrow();
	}

	private Firmware find(String name, Arch arch) throws BenchException {
		return Firmware.find(name, arch, root, partitions(Map.of()), host());
	}

	private Host host() {
		return new Host(Arch.X86_64, "", root.resolve("kvm"), List.of(), List.of(root.resolve("share"), root.resolve("lib")));
	}

	private Path file(String name) throws IOException {
		final Path file = root.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.createFile(file);
	}
}
