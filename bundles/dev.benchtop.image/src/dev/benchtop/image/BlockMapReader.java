package dev.benchtop.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.BlockMap.Range;

/**
 * Reads block maps of version 1.0 to 2.0. Version 1.3 has SHA-1 sums ({@code sha1}, {@code BmapFileSHA1}); 1.4, which was published by
 * mistake, and 2.0 name theirs ({@code ChecksumType}, {@code chksum}, {@code BmapFileChecksum}); older ones have none.
 */
final class BlockMapReader {

	private static final Pattern VERSION = Pattern.compile("([12])\\.\\d+"); //$NON-NLS-1$
	private static final Pattern BLOCKS = Pattern.compile("(\\d{1,18})(?:\\s*-\\s*(\\d{1,18}))?"); //$NON-NLS-1$
	private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", BlockMap.SHA256, "sha512", "SHA-512"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	/** A range as it stands in the file. */
	private record Stated(String blocks, String sum, int line) {
	}

	private final String name;
	private final byte[] text;
	private final Map<String, String> fields = new HashMap<>();
	private final List<Stated> stated = new ArrayList<>();

	BlockMapReader(String name, byte[] text) {
		this.name = name;
		this.text = text;
	}

	BlockMap read() throws IOException {
		parse();
		final String algorithm = algorithm();
		checkItself(algorithm);
		final long size = number("ImageSize", 0); //$NON-NLS-1$
		final long block = number("BlockSize", 1); //$NON-NLS-1$
		final var ranges = new ArrayList<Range>();
		long free = 0;
		for (final Stated one : stated) {
			final Range range = range(one, size, block);
			if (range.position() < free) {
				throw new IOException(NLS.bind(Messages.BlockMap_overlap, one.blocks, one.line));
			}
			free = range.end();
			ranges.add(range);
		}
		if (fields.containsKey("MappedBlocksCount")) { //$NON-NLS-1$
			final long mapped = ranges.stream().mapToLong(range -> (range.length() + block - 1) / block).sum();
			if (mapped != number("MappedBlocksCount", 0)) { //$NON-NLS-1$
				throw new IOException(NLS.bind(Messages.BlockMap_count, fields.get("MappedBlocksCount"), mapped)); //$NON-NLS-1$
			}
		}
		return new BlockMap(name, size, algorithm, ranges);
	}

	private void parse() throws IOException {
		final var factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			final XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(text));
			for (boolean root = true; reader.hasNext();) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT) {
					if (root) {
						requireVersion(reader);
						root = false;
					} else if (!reader.getLocalName().equals("BlockMap")) { //$NON-NLS-1$
						take(reader);
					}
				}
			}
		} catch (XMLStreamException e) {
			throw new IOException(NLS.bind(Messages.BlockMap_xml, e.getLocation() == null ? 0 : e.getLocation().getLineNumber()), e);
		}
	}

	private static void requireVersion(XMLStreamReader reader) throws IOException {
		final String version = reader.getAttributeValue(null, "version"); //$NON-NLS-1$
		if (!reader.getLocalName().equals("bmap") || version == null || !VERSION.matcher(version.strip()).matches()) { //$NON-NLS-1$
			throw new IOException(NLS.bind(Messages.BlockMap_version, reader.getLocalName(), version));
		}
	}

	private void take(XMLStreamReader reader) throws XMLStreamException {
		final String tag = reader.getLocalName();
		final int line = reader.getLocation().getLineNumber();
		if (tag.equals("Range")) { //$NON-NLS-1$
			final String sum = Optional.ofNullable(reader.getAttributeValue(null, "chksum")).orElse(reader.getAttributeValue(null, "sha1")); //$NON-NLS-1$ //$NON-NLS-2$
			stated.add(new Stated(reader.getElementText().strip(), sum, line));
		} else {
			fields.put(tag, reader.getElementText().strip());
		}
	}

	private String algorithm() throws IOException {
		if (fields.containsKey("BmapFileSHA1")) { //$NON-NLS-1$
			return ALGORITHMS.get("sha1"); //$NON-NLS-1$
		}
		final String type = fields.getOrDefault("ChecksumType", "sha256").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
		if (!ALGORITHMS.containsKey(type)) {
			throw new IOException(NLS.bind(Messages.BlockMap_algorithm, type));
		}
		return ALGORITHMS.get(type);
	}

	/** The sum of the file is taken with zeros in its own place; one that is written otherwise than it reads has none, and cannot be right. */
	private void checkItself(String algorithm) throws IOException {
		final String expected = fields.getOrDefault("BmapFileChecksum", fields.get("BmapFileSHA1")); //$NON-NLS-1$ //$NON-NLS-2$
		if (expected == null || expected.isEmpty()) {
			return;
		}
		final String whole = new String(text, StandardCharsets.ISO_8859_1);
		final int at = whole.indexOf(expected);
		final byte[] blank = text.clone();
		if (at >= 0) {
			Arrays.fill(blank, at, at + expected.length(), (byte) '0');
		}
		final String found = HexFormat.of().formatHex(digest(algorithm).digest(blank));
		if (!found.equalsIgnoreCase(expected)) {
			throw new IOException(NLS.bind(Messages.BlockMap_damaged, expected, found));
		}
	}

	static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private long number(String field, long least) throws IOException {
		final String value = fields.get(field);
		if (value == null) {
			throw new IOException(NLS.bind(Messages.BlockMap_missing, field));
		}
		if (!BLOCKS.matcher(value).matches() || value.contains("-") || Long.parseLong(value) < least) { //$NON-NLS-1$
			throw new IOException(NLS.bind(Messages.BlockMap_number, field, value));
		}
		return Long.parseLong(value);
	}

	private static Range range(Stated stated, long size, long block) throws IOException {
		final var bounds = BLOCKS.matcher(stated.blocks);
		try {
			if (bounds.matches()) {
				final long first = Math.multiplyExact(Long.parseLong(bounds.group(1)), block);
				final long last = bounds.group(2) == null ? first : Math.multiplyExact(Long.parseLong(bounds.group(2)), block);
				final long end = Math.min(size, Math.addExact(last, block));
				if (last >= first && last < size) {
					return new Range(first, end - first, Optional.ofNullable(stated.sum).map(sum -> sum.strip().toLowerCase(Locale.ROOT)).filter(sum -> !sum.isEmpty()),
							stated.line);
				}
			}
		} catch (ArithmeticException e) {
			throw new IOException(NLS.bind(Messages.BlockMap_range, stated.blocks, stated.line), e);
		}
		throw new IOException(NLS.bind(Messages.BlockMap_range, stated.blocks, stated.line));
	}
}
