package dev.benchtop.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line of the product as it was built, run as a process of its own by a user of its own. */
final class ProductProcess {

	/** What a command line did. */
	record Ended(int code, String out, String err) {
	}

	private final Map<String, String> environment = new TreeMap<>();
	private final Path home;

	/** A user with an empty home folder. */
	ProductProcess(Path home) throws IOException {
		this.home = home;
		for (final String place : List.of("CONFIG", "STATE", "CACHE", "DATA")) {
			environment.put("XDG_" + place + "_HOME", Files.createDirectories(home.resolve(place)).toString());
		}
		environment.put("XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
	}

	/** The folder of the product that the build has made, with {@code plugins} in it. */
	static Path folder() throws IOException {
		try (var folders = Files.walk(Path.of(System.getProperty("benchtop.product")), 4)) {
			return folders.filter(folder -> folder.endsWith("linux/gtk/" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64")))
					.findFirst().orElseThrow();
		}
	}

	ProductProcess with(String variable, String value) {
		environment.put(variable, value);
		return this;
	}

	ProductProcess without(String variable) {
		environment.put(variable, null);
		return this;
	}

	/** The user who runs the tests, who shares boards, trust and state with the window that the tests run in. */
	ProductProcess sameUser() {
		environment.clear();
		return this;
	}

	/** The command that runs these arguments, as the launching script does. */
	List<String> command(Path workingFolder, String... arguments) throws IOException {
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-Dbenchtop.cwd=" + workingFolder, "-jar", launcher().toString(),
				"-configuration", home.resolve("configuration").toString(), "-nosplash", "-application", "dev.benchtop.cli.application", "-data", "@none"));
		command.addAll(List.of(arguments));
		return command;
	}

	/** The command that opens the window. */
	List<String> window(String... arguments) throws IOException {
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC", "-Xshare:auto",
				"--enable-native-access=ALL-UNNAMED", "-jar", launcher().toString(), "-configuration", home.resolve("configuration").toString(), "-data",
				home.resolve("workspace").toString()));
		command.addAll(List.of(arguments));
		return command;
	}

	private static Path launcher() throws IOException {
		try (var launchers = Files.newDirectoryStream(folder().resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
			return launchers.iterator().next();
		}
	}

	/** Starts a command of this user. */
	Process start(List<String> command, Path workingFolder) throws IOException {
		final var builder = new ProcessBuilder(command).directory(workingFolder.toFile());
		environment.forEach((variable, value) -> {
			if (value == null) {
				builder.environment().remove(variable);
			} else {
				builder.environment().put(variable, value);
			}
		});
		return builder.start();
	}

	/** Runs the command line to its end. */
	Ended run(Path workingFolder, String... arguments) throws IOException, InterruptedException {
		return end(start(command(workingFolder, arguments), workingFolder));
	}

	/** Closes the input of a process and waits for its end. */
	static Ended end(Process process) throws IOException, InterruptedException {
		process.getOutputStream().close();
		final var err = new StringBuilder();
		final var reader = Thread.ofPlatform().start(() -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(line -> err.append(line).append('\n')));
		final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		reader.join();
		return new Ended(process.waitFor(), out, err.toString());
	}
}
