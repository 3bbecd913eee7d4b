package dev.benchtop.core;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

/**
 * A program that runs to its end, in a process group of its own that ends with it. Errors name the program and never its arguments, which may
 * hold a password.
 */
public final class Program {

	private static final Path SETSID = Path.of("/usr/bin/setsid"); //$NON-NLS-1$
	private static final Pattern FIRST_WORD = Pattern.compile( // possessive, as what can be given back costs the stack of a thread for each character
			"^(?:\\s*+\\w++=(?:\"(?:\\\\.|[^\"\\\\]++)*+\"|'[^']*+'|\\\\.|[^\\s\"'\\\\;&|(`]++)*+[\\s;&]++)*+\\s*+" //$NON-NLS-1$
					+ "(\"[^\"]*+\"|'[^']*+'|[^\\s;&|<>()=]++)(?=[\\s;&|<>()]|$)\\s*+(.?)", Pattern.DOTALL); //$NON-NLS-1$
	private static final String MORE = " \u2026"; //$NON-NLS-1$
	private static final String MASK = "\u2022\u2022\u2022\u2022"; //$NON-NLS-1$
	private static final int SHORTEST_SECRET = 4;
	private static final int NOT_EXECUTABLE = 126; // of the shell and setsid: IEEE 1003.1, 2.8.2
	private static final int NOT_FOUND = 127;
	private static final long GRACE_MILLIS = 2000;
	private static final int LAST_WORDS = 400;

	private final String name;
	private final List<String> words;
	private final Path folder;
	private final Duration timeout;
	private final Map<String, String> environment;

	private Program(String name, List<String> words, Path folder, Duration timeout, Map<String, String> environment) {
		this.name = name;
		this.words = words;
		this.folder = folder;
		this.timeout = timeout;
		this.environment = environment;
	}

	/** A program with its arguments. */
	public static Program of(List<String> words, Path folder, Duration timeout) {
		return new Program(words.getFirst(), words, folder, timeout, Map.of());
	}

	/**
	 * A line for the shell.
	 *
	 * @param environment what the shell sees beside the variables of this process; values of four characters or more are masked in what it says
	 */
	public static Program shell(String line, Path folder, Duration timeout, Map<String, String> environment) {
		return new Program(name(line), List.of("sh", "-c", line), folder, timeout, environment); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What a line for the shell is called: its first program, and that there is more. */
	public static String name(String line) {
		final var first = FIRST_WORD.matcher(line);
		return !first.find() ? Messages.Program_name : first.group(2).isEmpty() ? first.group(1) : first.group(1) + MORE;
	}

	/** What it printed; fails with its own words where it does not end in time, or with another status than 0. */
	public String run(CancelToken cancel) throws BenchException {
		cancel.check();
		try {
			final Path output = Files.createTempFile("benchtop", ".out"); //$NON-NLS-1$ //$NON-NLS-2$
			final Path errors = Files.createTempFile("benchtop", ".err"); //$NON-NLS-1$ //$NON-NLS-2$
			try {
				return run(output, errors, cancel);
			} finally {
				Files.delete(output);
				Files.delete(errors);
			}
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Program_notStarted, name)).why(e).next(Messages.Program_notStartedNext).build();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Output goes to files, because the end of a pipe would be waited for as long as any child holds it open. */
	private String run(Path output, Path errors, CancelToken cancel) throws BenchException, IOException, InterruptedException {
		final boolean grouped = Files.isExecutable(SETSID);
		final var line = new ArrayList<String>(grouped ? List.of(SETSID.toString()) : List.of());
		line.addAll(words);
		final var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile());
		builder.environment().putAll(environment);
		final var process = builder.start();
		process.getOutputStream().close();
		try (var _ = cancel.onCancel(() -> end(process, grouped))) {
			final boolean late = !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (late) {
				end(process, grouped);
			}
			final int status = process.waitFor();
			cancel.check();
			final String said = read(output);
			if (late || status != 0) {
				throw failed(late, status, said, read(errors));
			}
			return said;
		}
	}

	private BenchException failed(boolean late, int status, String said, String complained) {
		final String last = masked(complained.isEmpty() ? said : complained);
		final boolean missing = !late && (status == NOT_EXECUTABLE || status == NOT_FOUND);
		final var error = BenchException.failed(late ? NLS.bind(Messages.Program_late, name, timeout.toMillis() / 1000.0)
				: missing ? NLS.bind(Messages.Program_notStarted, name) : NLS.bind(Messages.Program_status, name, status));
		if (!last.isEmpty()) {
			error.why(last.length() <= LAST_WORDS ? last : '\u2026' + last.substring(last.length() - LAST_WORDS));
		}
		return (missing ? error.next(Messages.Program_notStartedNext) : error).build();
	}

	/** The longest first, as one value may be the beginning of another. */
	private String masked(String said) {
		return environment.values().stream().filter(value -> value.length() >= SHORTEST_SECRET).sorted(Comparator.comparingInt(String::length).reversed())
				.reduce(said, (text, value) -> text.replace(value, MASK));
	}

	/** Asks the group to end, and kills what is left of it shortly after. The program alone where it has no group yet, as setsid has only begun. */
	private static void end(Process process, boolean grouped) {
		if (!grouped) {
			tree(process).forEach(ProcessHandle::destroy);
		} else if (!signal("TERM", process)) { //$NON-NLS-1$
			process.destroy();
		}
		Thread.ofVirtual().start(() -> {
			try {
				process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			if (!grouped) {
				tree(process).forEach(ProcessHandle::destroyForcibly);
			} else if (!signal("KILL", process)) { //$NON-NLS-1$
				process.destroyForcibly();
			}
		});
	}

	private static List<ProcessHandle> tree(Process process) {
		return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
	}

	/** Signals the group, and says whether there is one; the shell's own kill is there where no other is. */
	private static boolean signal(String name, Process process) {
		try {
			return new ProcessBuilder("sh", "-c", "kill -" + name + " -" + process.pid()).redirectErrorStream(true) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException _) {
			return false;
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String read(Path file) throws IOException {
		return new String(Files.readAllBytes(file), Charset.defaultCharset()).strip();
	}

	/** Its name alone. */
	@Override
	public String toString() {
		return name;
	}
}
