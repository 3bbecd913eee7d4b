package dev.benchtop.qemu.cloud;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The fields by which Unix finds its names and modes in an ISO 9660 folder (IEEE P1281 and P1282). */
final class RockRidge {

	private static final int FOLDER_MODE = 0040555;
	private static final int FILE_MODE = 0100444;
	private static final String ID = "RRIP_1991A"; //$NON-NLS-1$

	private RockRidge() {
	}

	/** Of the root itself: the fields are there (SP), whose they are (ER), and its mode. */
	static byte[] root() {
		final var fields = ByteBuffer.allocate(7 + 8 + ID.length() + 36);
		header(fields, "SP", 7).put((byte) 0xbe).put((byte) 0xef).put((byte) 0); //$NON-NLS-1$
		header(fields, "ER", 8 + ID.length()).put((byte) ID.length()).put((byte) 0).put((byte) 0).put((byte) 1) //$NON-NLS-1$
				.put(ID.getBytes(StandardCharsets.US_ASCII));
		return attributes(fields, FOLDER_MODE, 2).array();
	}

	/** Of a folder. */
	static byte[] folder() {
		return attributes(ByteBuffer.allocate(36), FOLDER_MODE, 2).array();
	}

	/** Of a file that everybody reads. */
	static byte[] file(String name) {
		final byte[] letters = name.getBytes(StandardCharsets.UTF_8);
		final var fields = attributes(ByteBuffer.allocate(36 + 5 + letters.length), FILE_MODE, 1);
		return header(fields, "NM", 5 + letters.length).put((byte) 0).put(letters).array(); //$NON-NLS-1$
	}

	private static ByteBuffer attributes(ByteBuffer fields, int mode, int links) {
		header(fields, "PX", 36); //$NON-NLS-1$
		for (final int value : new int[] {mode, links, 0, 0}) {
			fields.putInt(Integer.reverseBytes(value)).putInt(value);
		}
		return fields;
	}

	private static ByteBuffer header(ByteBuffer fields, String signature, int length) {
		return fields.put(signature.getBytes(StandardCharsets.US_ASCII)).put((byte) length).put((byte) 1);
	}
}
