package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccelerationTest {

	private static final String PLAIN = "processor\t: 0\nflags\t\t: fpu vme de pse\n";
	private static final String INTEL = "processor\t: 0\nflags\t\t: fpu vmx de pse\n";
	private static final String AMD = "processor\t: 0\nflags\t\t: fpu de svm\n";

	@TempDir
	Path folder;
	private Path kvm;

	@BeforeEach
	void device() throws IOException {
		kvm = Files.createFile(folder.resolve("kvm"));
	}

	@Test
	void takesKvmWhereTheProcessorVirtualises() {
		assertTrue(automatic(Arch.X86_64, host(INTEL)).kvm());
		assertTrue(automatic(Arch.X86_64, host(AMD)).kvm());
	}

	@Test
	void doesNotTrustADeviceThatOpens() {
		final var decided = automatic(Arch.X86_64, host(PLAIN));

		assertFalse(decided.kvm());
		assertTrue(decided.trouble());
		assertTrue(decided.reason().contains("vmx"), decided.reason());
	}

	@Test
	void aFlagHasToBeAWordOfTheFlags() {
		assertFalse(automatic(Arch.X86_64, host("model name\t: vmx\nflags\t\t: fpu svm_lock\n")).kvm());
	}

	@Test
	void translatesAnotherArchitecture() {
		final var decided = automatic(Arch.AARCH64, host(INTEL));

		assertFalse(decided.kvm());
		assertFalse(decided.trouble());
		assertEquals("the board is aarch64 and this machine x86_64", decided.reason());
	}

	@Test
	void translatesWithoutADevice() throws IOException {
		Files.delete(kvm);

		final var decided = automatic(Arch.X86_64, host(INTEL));

		assertFalse(decided.kvm());
		assertFalse(decided.trouble());
		assertEquals(kvm + " is not there", decided.reason());
	}

	@Test
	void anArmHostNeedsNoFlag() {
		assertTrue(automatic(Arch.AARCH64, new Host(Arch.AARCH64, "Features\t: fp asimd\n", kvm, List.of(), List.of())).kvm());
	}

	@Test
	void doesWhatTheFileSays() {
		assertTrue(Acceleration.decide(Accel.KVM, Arch.X86_64, host(PLAIN)).kvm());
		assertFalse(Acceleration.decide(Accel.TCG, Arch.X86_64, host(INTEL)).kvm());
	}

	private static Acceleration automatic(Arch guest, Host host) {
		return Acceleration.decide(Accel.AUTO, guest, host);
	}

	private Host host(String cpuInfo) {
		return new Host(Arch.X86_64, cpuInfo, kvm, List.of(), List.of());
	}
}
