package dev.benchtop.uboot.payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.osgi.util.NLS;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import dev.benchtop.core.BenchException;

/**
 * Which parts of an image have to be written: the block map that bmaptool writes, of version 1.3 to 2.0.
 *
 * @param size of the whole image in bytes
 * @param ranges in order, none touching another
 */
public record BlockMap(long size, List<Range> ranges) {

	/**
	 * A mapped part.
	 *
	 * @param sha256 what it has to hold, where the map says so
	 */
	public record Range(long position, long length, Optional<String> sha256) {
	}

	/** The whole of an image, where there is no map. */
	public static BlockMap whole() {
		return new BlockMap(-1, List.of(new Range(0, Long.MAX_VALUE, Optional.empty())));
	}

	/** Reads a map. */
	public static BlockMap read(Path file) throws BenchException {
		try (InputStream in = Files.newInputStream(file)) {
			final var factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); //$NON-NLS-1$
			return of(factory.newDocumentBuilder().parse(in));
		} catch (IOException | SAXException | ParserConfigurationException | IllegalArgumentException e) {
			throw BenchException.failed(Messages.BlockMap_unreadable).where(file.toString()).why(e).next(Messages.BlockMap_unreadableNext).build();
		}
	}

	private static BlockMap of(Document map) {
		final long size = Long.parseLong(text(map, "ImageSize")); //$NON-NLS-1$
		final long block = Long.parseLong(text(map, "BlockSize")); //$NON-NLS-1$
		final boolean sums = map.getElementsByTagName("ChecksumType").getLength() > 0 && text(map, "ChecksumType").equals("sha256"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final var ranges = new ArrayList<Range>();
		final var nodes = map.getElementsByTagName("Range"); //$NON-NLS-1$
		for (int i = 0; i < nodes.getLength(); i++) {
			final var range = (Element) nodes.item(i);
			final String[] bounds = range.getTextContent().strip().split("-"); //$NON-NLS-1$
			final long first = Long.parseLong(bounds[0].strip()) * block;
			final long end = Math.min(size, (Long.parseLong(bounds[bounds.length - 1].strip()) + 1) * block);
			final Optional<String> sum = Optional.of(range.getAttribute("chksum")).filter(text -> sums && !text.isEmpty()); //$NON-NLS-1$
			if (first < 0 || end <= first || !ranges.isEmpty() && ranges.getLast().position() + ranges.getLast().length() > first) {
				throw new IllegalArgumentException(NLS.bind(Messages.BlockMap_range, range.getTextContent().strip()));
			}
			ranges.add(new Range(first, end - first, sum));
		}
		return new BlockMap(size, List.copyOf(ranges));
	}

	private static String text(Document map, String tag) {
		final var nodes = map.getElementsByTagName(tag);
		if (nodes.getLength() == 0) {
			throw new IllegalArgumentException(NLS.bind(Messages.BlockMap_missing, tag));
		}
		return nodes.item(0).getTextContent().strip();
	}
}
