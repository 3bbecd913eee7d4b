package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.testing.Needs;

/** A pair of keys in files, made by OpenSSH. */
record Keys(Path file) {

	/** @param options such as {@code -N PASSPHRASE} */
	static Keys make(Path folder, String type, String... options) throws IOException, InterruptedException {
		Needs.programs("ssh-keygen");
		final Path file = folder.resolve("key-" + type + options.length);
		final var command = new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-f", file.toString(), "-C", "test"));
		command.addAll(options.length == 0 ? List.of("-N", "") : List.of(options));
		final int code = new ProcessBuilder(command).inheritIO().start().waitFor();
		if (code != 0) {
			throw new IOException(command + " ended with " + code);
		}
		return new Keys(file);
	}

	Path publicFile() {
		return file.resolveSibling(file.getFileName() + ".pub");
	}

	/** The line of the public key. */
	String line() throws IOException {
		return Files.readString(publicFile()).strip();
	}

	/** As {@code ssh-keygen -l} prints it: {@code SHA256:…}. */
	String fingerprint() throws IOException {
		final var process = new ProcessBuilder("ssh-keygen", "-l", "-f", publicFile().toString()).start();
		return new String(process.getInputStream().readAllBytes()).split(" ")[1];
	}
}
