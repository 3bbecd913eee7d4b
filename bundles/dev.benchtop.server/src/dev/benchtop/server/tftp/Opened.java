package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.benchtop.core.capability.LocalPath;

/**
 * A file that is going to be sent.
 *
 * @param size the bytes that go over the wire, -1 where that is not known before
 * @param local whether reading is quick
 */
record Opened(Source source, long size, boolean local) {

	/** Opens a file; may take long. */
	static Opened of(Path path, boolean netascii) throws IOException {
		final var file = LocalPath.of(path);
		final var local = file.isPresent();
		final SeekableByteChannel channel = local ? FileChannel.open(file.get(), StandardOpenOption.READ)
				: Files.newByteChannel(path, StandardOpenOption.READ);
		final var octets = new OctetSource(channel);
		return netascii ? new Opened(new NetasciiSource(octets), -1, local) : new Opened(octets, channel.size(), local);
	}
}
