package dev.benchtop.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another Java process on the classes of the tests: it says lines, and ends when its input does. */
public final class JavaProcess implements AutoCloseable {

	private final Process process;
	private final BufferedReader output;

	/** Starts {@code main}; options that begin with {@code -D} go to the JVM. */
	public JavaProcess(Class<?> main, String... arguments) throws IOException {
		final var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(main)));
		Arrays.stream(arguments).filter(argument -> argument.startsWith("-D")).forEach(command::add);
		command.add(main.getName());
		Arrays.stream(arguments).filter(argument -> !argument.startsWith("-D")).forEach(command::add);
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		output = process.inputReader();
	}

	/** Where the classes are that such a process needs, in plain JUnit and in OSGi alike. */
	private static String classPath(Class<?> main) {
		return Stream.of(main, BenchException.class, com.google.gson.Gson.class, org.eclipse.osgi.util.NLS.class,
				org.osgi.service.component.annotations.Component.class)
				.flatMap(JavaProcess::places).distinct().collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static Stream<String> places(Class<?> type) {
		final var source = type.getProtectionDomain().getCodeSource();
		if (source == null) {
			return Stream.empty();
		}
		final Path place = Path.of(source.getLocation().getPath());
		return Stream.of(place.toString(), place.resolve("bin").toString(), place.resolve("target/classes").toString());
	}

	public long pid() {
		return process.pid();
	}

	/** The next line that it says; null at its end. */
	public String line() throws IOException {
		return output.readLine();
	}

	/** Says a line to it. */
	public void say(String line) throws IOException {
		process.outputWriter().write(line + '\n');
		process.outputWriter().flush();
	}

	/** Kills it, and returns when it is gone. */
	public void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	/** Waits for its end; returns its exit code. */
	public int end() throws InterruptedException {
		return process.waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		kill();
	}
}
