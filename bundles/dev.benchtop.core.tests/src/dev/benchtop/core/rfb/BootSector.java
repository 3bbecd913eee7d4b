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
	 * Says K on the first serial line, and then for each key its character and its scancode, as the BIOS has them (int 16h);
	 * the character appears on the screen (int 10h).
	 */
	static final String KEYS = """
			31c08ed8b80300cd10b04be8170031c0cd16e8100086e0e80b0086e0b40ebb0700cd10eb
			e9505288c1bafd03eca82074fbbaf80388c8ee5a58c3""";

	private BootSector() {
	}

	static Path write(Path file, String code) throws IOException {
		final byte[] sector = Arrays.copyOf(HexFormat.of().parseHex(code.replace("\n", "")), SIZE);
		sector[SIZE - 2] = 0x55;
		sector[SIZE - 1] = (byte) 0xAA;
		return Files.write(file, sector);
	}
}
