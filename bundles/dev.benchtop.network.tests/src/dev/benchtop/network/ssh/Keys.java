package dev.benchtop.network.ssh;

import java.io.IOException;
import java.nio.file.Path;

/** Pairs of keys in files, made by OpenSSH. */
final class Keys {

	private Keys() {
	}

	/** Makes a pair; returns the file of the private one. */
	static Path make(Path file, String type, String passphrase) throws IOException, InterruptedException {
		final var process = new ProcessBuilder(SshServer.program("ssh-keygen"), "-q", "-t", type, "-f", file.toString(), "-C", "test", "-N", passphrase)
				.inheritIO().start();
		if (process.waitFor() != 0) {
			throw new IOException("ssh-keygen ended with " + process.exitValue());
		}
		return file;
	}

	static Path publicFile(Path key) {
		return key.resolveSibling(key.getFileName() + ".pub");
	}
}
