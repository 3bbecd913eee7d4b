package dev.benchtop.image.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.Tools;

/** The tools that pack, and the formats that have to unpack what they make. */
enum Packer {
	GZIP(new GzipFormat(), "gzip", "-nc"), GZIP_NAMED(new GzipFormat(), "gzip", "-1c"), XZ(new XzFormat(), "xz", "-T1", "-c"),
	XZ_BLOCKS(new XzFormat(), "xz", "-T1", "--block-size=65536", "-c"), XZ_SHA256(new XzFormat(), "xz", "-T1", "-C", "sha256", "--block-size=100000", "-c"),
	XZ_THREADED(new XzFormat(), "xz", "-T2", "--block-size=65536", "-c"), XZ_JAVA(java(), "xz", "-T1", "-c"),
	XZ_BLOCKS_JAVA(java(), "xz", "-T1", "--block-size=65536", "-c"), XZ_THREADED_JAVA(java(), "xz", "-T2", "--block-size=65536", "-C", "sha256", "-c"),
	ZSTD(new ZstdFormat(), "zstd", "-qc"), ZSTD_LONG(new ZstdFormat(), "zstd", "-qc", "--long=28"), BZIP2(new Bzip2Format(), "bzip2", "-1c"),
	LZ4(new Lz4Format(), "lz4", "-qc"), LZ4_LINKED(new Lz4Format(), "lz4", "-qc", "-BD", "-B4"), LZ4_CHECKED(new Lz4Format(), "lz4", "-qc", "-BX", "-B5", "-9");

	static final List<ImageFormat> FORMATS = List.of(new GzipFormat(), new XzFormat(), new ZstdFormat(), new Bzip2Format(), new Lz4Format());

	final ImageFormat format;
	private final String[] command;

	Packer(ImageFormat format, String... command) {
		this.format = format;
		this.command = command;
	}

	/** Without the system's library. */
	private static XzFormat java() {
		return new XzFormat(Optional.empty());
	}

	byte[] pack(byte[] content) {
		return Tools.pipe(content, command);
	}

	/** As from a network: one byte array after the other, forwards only. */
	byte[] unpackStream(byte[] packed) throws IOException {
		try (InputStream unpacked = format.unpack(new ByteArrayInputStream(packed))) {
			return unpacked.readAllBytes();
		}
	}

	/** As from a local file, with its format found by its content. */
	byte[] unpackFile(Path folder, byte[] packed) throws IOException {
		final Path file = Files.createTempFile(folder, "packed", ".bin");
		Files.write(file, packed);
		try (var opened = PackedFile.open(file, Stream.concat(Stream.of(format), FORMATS.stream()).toList())) {
			return opened.unpack(null).readAllBytes();
		} finally {
			Files.delete(file);
		}
	}
}
