package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.benchtop.testing.Needs;

/** The client that everybody has. */
final class Curl {

	record Result(int exit, String out, String err) {
	}

	private Curl() {
	}

	static Result run(Path folder, List<String> arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Needs.program("curl").toString(), "-sS", "--noproxy", "*", "--max-time", "60"));
		command.addAll(arguments);
		final Path out = Files.createTempFile(folder, ".out", "");
		final Path err = Files.createTempFile(folder, ".err", "");
		final var process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile())
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
		assertTrue(process.waitFor(70, TimeUnit.SECONDS), "curl ends");
		final var result = new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
		Files.delete(out);
		Files.delete(err);
		return result;
	}
}
