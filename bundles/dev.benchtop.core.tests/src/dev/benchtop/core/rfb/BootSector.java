package dev.benchtop.core.rfb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Programs of one sector for a PC. */
final class BootSector {

	private static final int SIZE = 512;

	/**
	 * Fills the screen with characters of all colours and hides the cursor; says K on the first serial line, and then for each key its
	 * character and its scancode, as the BIOS has them (int 16h).
	 */
	static final String KEYS = """
			31c08ed8b80300cd10b80001b90726cd10b800b88ec031fffcb9d007b80107ab05050325
			ff7fe2f7b04be80e0031c0cd16e8070086e0e80200ebf2505288c1bafd03eca82074fbba
			f80388c8ee5a58c3""";

	private BootSector() {
	}

	static Path write(Path file, String code) throws IOException {
		final byte[] sector = Arrays.copyOf(HexFormat.of().parseHex(code.replace("\n", "")), SIZE);
		sector[SIZE - 2] = 0x55;
		sector[SIZE - 1] = (byte) 0xAA;
		return Files.write(file, sector);
	}
}
