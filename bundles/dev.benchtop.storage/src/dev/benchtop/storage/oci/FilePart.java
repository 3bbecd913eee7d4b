package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import dev.benchtop.storage.backend.PartStream;

/** A part of a local file. */
final class FilePart {

	private FilePart() {
	}

	/** @param length -1 for all to the end */
	static InputStream open(Path file, long offset, long length) throws IOException {
		return new PartStream(Channels.newInputStream(FileChannel.open(file).position(offset)), length < 0 ? Long.MAX_VALUE : length);
	}
}
