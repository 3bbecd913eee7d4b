package dev.benchtop.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/**
 * Which parts of an image have to be written: what a block map (bmap) says, or what a sparse image says of itself.
 *
 * @param name of the file it was read from, or of the form that has it inside
 * @param size of the whole unpacked image in bytes
 * @param algorithm of the sums of its ranges, as Java names it; {@code SHA-256} where it has none
 * @param ranges in rising order, none empty, none overlapping another, none beyond the size
 */
public record BlockMap(String name, long size, String algorithm, List<Range> ranges) {

	/** The sum that maps have nowadays. */
	public static final String SHA256 = "SHA-256"; //$NON-NLS-1$

	private static final long LONGEST = 64L << 20;

	/**
	 * A mapped part.
	 *
	 * @param position in bytes from the start of the image
	 * @param length in bytes
	 * @param sum what it has to hold, in lower-case hex, where the map says so
	 * @param line of the map's file it stands on; 0 where there is none
	 */
	public record Range(long position, long length, Optional<String> sum, int line) {

		/** Where it ends, in bytes from the start of the image. */
		public long end() {
			return position + length;
		}
	}

	public BlockMap {
		ranges = List.copyOf(ranges);
	}

	/** How many bytes are mapped. */
	public long mapped() {
		return ranges.stream().mapToLong(Range::length).sum();
	}

	/**
	 * Reads a map of version 1.0 to 2.0, as bmaptool writes it, and checks it by its own checksum where it has one.
	 *
	 * @throws BenchException if it cannot be read, is damaged, or contradicts itself; names the line
	 */
	public static BlockMap read(Path file) throws BenchException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(file.getFileName().toString(), in);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.BlockMap_unreadable, file)).why(e).next(Messages.BlockMap_unreadableNext).build();
		}
	}

	/**
	 * Reads a map from a stream, to its end.
	 *
	 * @throws IOException with the reason why it is of no use
	 */
	public static BlockMap read(String name, InputStream in) throws IOException {
		final byte[] text = in.readNBytes((int) LONGEST);
		if (text.length == LONGEST) {
			throw new IOException(Messages.BlockMap_endless);
		}
		return new BlockMapReader(name, text).read();
	}

	/**
	 * Writes it as a file of version 2.0, which bmaptool reads too.
	 *
	 * @throws IllegalArgumentException if a range begins elsewhere than at a multiple of 4096, or its sums are other than SHA-256
	 */
	public void write(OutputStream out) throws IOException {
		BlockMapWriter.write(this, out);
	}
}
