package dev.benchtop.qemu.cloud;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small CD images with a few files in the root folder: ISO 9660 (ECMA-119) with the long names of Rock Ridge (IEEE P1282) and
 * of Joliet. The same files give the same bytes.
 */
final class Iso9660 {

	private static final int SECTOR = 2048;
	private static final int FIRST_DESCRIPTOR = 16;
	private static final int PATH_TABLES = FIRST_DESCRIPTOR + 3;
	private static final int ROOT = PATH_TABLES + 4;
	private static final int FIRST_FILE = ROOT + 2;
	private static final int PATH_TABLE_BYTES = 10;
	private static final int RECORD = 33;
	private static final int FOLDER = 2;
	/** 1 January 2024, as a directory record has it (9.1.5): a seed does not differ by when it was made. */
	private static final byte[] DATE = {124, 1, 1, 0, 0, 0, 0};
	private static final String LONG_DATE = "2024010100000000"; //$NON-NLS-1$
	private static final String NO_DATE = "0000000000000000"; //$NON-NLS-1$
	private static final byte[] JOLIET_LEVEL_3 = {'%', '/', 'E'};

	private final String label;
	private final Map<String, byte[]> files;

	/**
	 * An image.
	 *
	 * @param label at most 16 letters
	 * @param files by name, such as {@code user-data}; their records fit one sector
	 */
	Iso9660(String label, Map<String, byte[]> files) {
		this.label = label;
		this.files = new TreeMap<>(files);
	}

	byte[] bytes() {
		final int sectors = FIRST_FILE + files.values().stream().mapToInt(content -> sectors(content.length)).sum();
		final var image = ByteBuffer.allocate(sectors * SECTOR);
		image.position(FIRST_DESCRIPTOR * SECTOR);
		image.put(descriptor(false, sectors)).put(descriptor(true, sectors)).put(terminator());
		for (final boolean joliet : new boolean[] {false, true}) {
			image.put(pathTable(joliet, false)).put(pathTable(joliet, true));
		}
		image.put(folder(false)).put(folder(true));
		for (final byte[] content : files.values()) {
			image.put(content).position(image.position() + sectors(content.length) * SECTOR - content.length);
		}
		return image.array();
	}

	/** A volume descriptor (8.4, 8.5). */
	private ByteBuffer descriptor(boolean joliet, int sectors) {
		final var sector = ByteBuffer.allocate(SECTOR);
		sector.put((byte) (joliet ? 2 : 1)).put(ascii("CD001")).put((byte) 1).put((byte) 0); //$NON-NLS-1$
		text(sector, "", 32, joliet); //$NON-NLS-1$
		text(sector, label, 32, joliet);
		both32(sector.position(80), sectors);
		if (joliet) {
			sector.position(88).put(JOLIET_LEVEL_3);
		}
		both16(both16(both16(sector.position(120), 1), 1), SECTOR);
		both32(sector, PATH_TABLE_BYTES);
		final int tables = PATH_TABLES + (joliet ? 2 : 0);
		sector.putInt(Integer.reverseBytes(tables)).putInt(0).putInt(tables + 1).putInt(0);
		sector.put(record(new byte[] {0}, root(joliet), SECTOR, FOLDER, new byte[0]));
		for (final int length : new int[] {128, 128, 128, 128, 37, 37, 37}) {
			text(sector, "", length, joliet); //$NON-NLS-1$
		}
		for (final String date : List.of(LONG_DATE, LONG_DATE, NO_DATE, NO_DATE)) {
			sector.put(ascii(date)).put((byte) 0);
		}
		sector.put((byte) 1);
		return sector.rewind();
	}

	private static ByteBuffer terminator() {
		return ByteBuffer.allocate(SECTOR).put((byte) 255).put(ascii("CD001")).put((byte) 1).rewind(); //$NON-NLS-1$
	}

	/** The table of folders with the root alone (9.4), in either order of bytes. */
	private static ByteBuffer pathTable(boolean joliet, boolean bigEndian) {
		final var sector = ByteBuffer.allocate(SECTOR).order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
		return sector.put((byte) 1).put((byte) 0).putInt(root(joliet)).putShort((short) 1).put((byte) 0).rewind();
	}

	private ByteBuffer folder(boolean joliet) {
		final var sector = ByteBuffer.allocate(SECTOR);
		sector.put(record(new byte[] {0}, root(joliet), SECTOR, FOLDER, joliet ? new byte[0] : RockRidge.root()));
		sector.put(record(new byte[] {1}, root(joliet), SECTOR, FOLDER, joliet ? new byte[0] : RockRidge.folder()));
		final var used = new ArrayList<String>();
		int start = FIRST_FILE;
		for (final var file : files.entrySet()) {
			final int length = file.getValue().length;
			sector.put(joliet ? record(file.getKey().getBytes(StandardCharsets.UTF_16BE), start, length, 0, new byte[0])
					: record(ascii(shortName(file.getKey(), used)), start, length, 0, RockRidge.file(file.getKey())));
			start += sectors(length);
		}
		return sector.rewind();
	}

	/** A directory record (9.1). */
	private static byte[] record(byte[] name, int start, int length, int flags, byte[] systemUse) {
		final int nameEnd = RECORD + name.length + (name.length + 1) % 2;
		final var record = ByteBuffer.allocate(nameEnd + systemUse.length + systemUse.length % 2);
		record.put((byte) record.capacity()).put((byte) 0);
		both32(both32(record, start), length);
		record.put(DATE).put((byte) flags).put((byte) 0).put((byte) 0);
		both16(record, 1);
		record.put((byte) name.length).put(name).position(nameEnd).put(systemUse);
		return record.array();
	}

	/** A name for readers that know no other (7.5): {@code USERDATA.;1}. */
	private static String shortName(String name, List<String> used) {
		final String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
		String candidate = letters.substring(0, Math.min(8, letters.length()));
		for (int i = 1; used.contains(candidate); i++) {
			candidate = letters.substring(0, Math.min(7, letters.length())) + i;
		}
		used.add(candidate);
		return candidate + ".;1"; //$NON-NLS-1$
	}

	private static int root(boolean joliet) {
		return joliet ? ROOT + 1 : ROOT;
	}

	private static int sectors(int bytes) {
		return (bytes + SECTOR - 1) / SECTOR;
	}

	private static void text(ByteBuffer target, String text, int length, boolean joliet) {
		final Charset charset = joliet ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
		final String padded = text + " ".repeat((joliet ? length / 2 : length) - text.length()); //$NON-NLS-1$
		target.put(padded.getBytes(charset)).position(target.position() + (joliet ? length % 2 : 0));
	}

	private static ByteBuffer both32(ByteBuffer target, int value) {
		return target.putInt(Integer.reverseBytes(value)).putInt(value);
	}

	private static ByteBuffer both16(ByteBuffer target, int value) {
		return target.putShort(Short.reverseBytes((short) value)).putShort((short) value);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
