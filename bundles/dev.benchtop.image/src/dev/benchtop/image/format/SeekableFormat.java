package dev.benchtop.image.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.BlockMap;

/** A format that can say or do more where the packed file can be read here and there. */
public interface SeekableFormat extends ImageFormat {

	/**
	 * How much a file unpacks to.
	 *
	 * @param bytes the size
	 * @param exact false for one that the format does not tell for sure
	 */
	record Size(long bytes, boolean exact) {
	}

	/** Whether the size stands in so few places that a file that lies elsewhere is asked for it. */
	default boolean sizeInFewPlaces() {
		return false;
	}

	/** Whether {@link #unpack(Bytes)} knows more than {@link #unpack(InputStream)}, so that it is taken wherever it can be. */
	default boolean prefersPlaces() {
		return false;
	}

	/** The unpacked size as the headers or an index tell it. */
	Optional<Size> unpackedSize(Bytes packed) throws IOException;

	/** Reads here and there in the unpacked content. */
	interface Reader extends Closeable {
		/** Fills an array from {@code position} on; returns fewer bytes where the content ends, or where that would take long. */
		int read(byte[] to, long position) throws IOException;
	}

	/** A reader; empty where the format has to be unpacked from its start. Closing it leaves the bytes open. */
	default Optional<Reader> reader(Bytes packed) throws IOException {
		return Optional.empty();
	}

	/** Which parts of the content have to be written, where the format says so and its heads can be read in a moment. */
	default Optional<BlockMap> map(Bytes packed) throws IOException {
		return Optional.empty();
	}

	/**
	 * Unpacks on several cores; empty where {@link #unpack(InputStream)} is as good.
	 * Closing the stream leaves the bytes open.
	 */
	default Optional<InputStream> unpack(Bytes packed) throws IOException {
		return Optional.empty();
	}
}
