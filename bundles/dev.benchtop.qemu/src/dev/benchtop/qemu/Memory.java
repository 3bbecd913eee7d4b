package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;

/** How much memory the board has from its next start on: what <i>resize</i> was told, else what its file says. */
final class Memory {

	private static final String RECORD = "memory"; //$NON-NLS-1$

	private Memory() {
	}

	/** In bytes. */
	static long of(QemuConfig config, Path state) throws BenchException {
		try {
			return Long.parseLong(Files.readString(state.resolve(RECORD)).strip());
		} catch (NoSuchFileException | NumberFormatException _) {
			return config.mem().bytes();
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Keeps it for the machine in that folder. */
	static void remember(Path state, long bytes) throws BenchException {
		try {
			PrivateFiles.folder(state);
			PrivateFiles.replace(state.resolve(RECORD), Long.toString(bytes).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private static BenchException failed(IOException reason) {
		return BenchException.failed(Messages.Memory_failed).why(reason).build();
	}
}
