package dev.benchtop.storage.backend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import dev.benchtop.storage.backend.Backend.Upload;

/** Writes a file under another name beside its own, and renames it when it is whole. */
final class PartUpload implements Upload {

	private final NioBackend backend;
	private final WritableByteChannel channel;
	private final Path part;
	private final Path file;
	private boolean committed;

	PartUpload(NioBackend backend, WritableByteChannel channel, Path part, Path file) {
		this.backend = backend;
		this.channel = channel;
		this.part = part;
		this.file = file;
	}

	/** A new short name in the folder of a file. */
	static Path partOf(Path file) {
		final String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
		return file.resolveSibling(".benchtop-" + unique + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void write(ByteBuffer data) throws IOException {
		backend.run(() -> {
			while (data.hasRemaining()) {
				channel.write(data);
			}
			return null;
		});
	}

	@Override
	public void commit() throws IOException {
		backend.run(() -> {
			channel.close();
			backend.move(part, file);
			return null;
		});
		committed = true;
	}

	@Override
	public void close() throws IOException {
		if (!committed) {
			backend.run(() -> {
				channel.close();
				return Files.deleteIfExists(part);
			});
		}
	}
}
