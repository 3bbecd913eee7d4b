import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What the benchmarks of flashing have in common: the image and its packed forms, and rounds in which all who do the same take turns. */
final class Rounds {

	static final int MIB = 1 << 20;
	static final int XZ_BLOCK_MIB = 12;

	/** Seconds, and the most memory in MiB where that was looked at. */
	record Run(double seconds, double memory) {
	}

	/** Does the work once. */
	@FunctionalInterface
	interface Contender {
		Run run() throws Exception;
	}

	/** A task and those who do it, the tool first. */
	record Case(String name, List<Contender> contenders) {
	}

	/** What all runs of a case came to, by the place of the contender. */
	record Result(List<List<Run>> runs) {

		double seconds(int contender) {
			final double[] sorted = of(contender, Run::seconds);
			return sorted[sorted.length / 2];
		}

		double memory(int contender) {
			final double[] sorted = of(contender, Run::memory);
			return sorted[sorted.length - 1];
		}

		/** The time of the tool divided by that of another. */
		double ratio(int contender) {
			return seconds(0) / seconds(contender);
		}

		private double[] of(int contender, ToDoubleFunction<Run> value) {
			return runs.get(contender).stream().mapToDouble(value).sorted().toArray();
		}
	}

	final Path folder;
	final int mebibytes;
	private final int rounds;

	/** @param arguments folder, size of the image in MiB, and how many rounds count */
	Rounds(String[] arguments) throws IOException {
		this.folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
		this.mebibytes = Integer.parseInt(arguments[1]);
		this.rounds = Integer.parseInt(arguments[2]);
	}

	/** The image {@code image}, with {@code image.gz}, {@code image.xz} and {@code image.zst} beside it; made where it is not there. */
	Path image() throws Exception {
		final Path image = folder.resolve("image");
		if (!Files.exists(image)) {
			make(image);
			shell("gzip -kc image > image.gz");
			shell("xz -T0 -3 --block-size=" + XZ_BLOCK_MIB + "MiB -kc image > image.xz");
			shell("zstd -qkc image > image.zst");
		}
		return image;
	}

	/** Half noise, a quarter text, a quarter zeros, in runs of up to 8 MiB. */
	private void make(Path file) throws IOException {
		final var random = new Random(1);
		try (var out = Files.newOutputStream(file)) {
			for (int left = mebibytes; left > 0;) {
				final int run = Math.min(left, 1 + random.nextInt(8));
				final int kind = random.nextInt(4);
				for (int i = 0; i < run; i++) {
					out.write(mebibyte(kind, random));
				}
				left -= run;
			}
		}
	}

	private static byte[] mebibyte(int kind, Random random) {
		final var data = new byte[MIB];
		if (kind < 2) {
			random.nextBytes(data);
		} else if (kind == 2) {
			final var text = new StringBuilder();
			while (text.length() < MIB) {
				text.append("entry ").append(random.nextInt(5000)).append(" of the log says ").append(Integer.toHexString(random.nextInt(1 << 20))).append('\n');
			}
			System.arraycopy(text.toString().getBytes(), 0, data, 0, MIB);
		}
		return data;
	}

	/** Another one begins in each round; the first round only warms up. */
	Map<Case, Result> take(List<Case> cases) throws Exception {
		final Map<Case, Result> results = new LinkedHashMap<>();
		for (int round = 0; round <= rounds; round++) {
			for (final Case one : cases) {
				final int count = one.contenders.size();
				final var runs = new Run[count];
				for (int turn = 0; turn < count; turn++) {
					final int contender = (round + turn) % count;
					runs[contender] = one.contenders.get(contender).run();
				}
				final var line = new StringBuilder(String.format("%d %-5s", round, one.name));
				for (final Run run : runs) {
					line.append(String.format(" %6.2f s", run.seconds));
				}
				System.err.println(line);
				if (round > 0) {
					final Result result = results.computeIfAbsent(one, _ -> new Result(runs(count)));
					for (int i = 0; i < count; i++) {
						result.runs.get(i).add(runs[i]);
					}
				}
			}
		}
		System.out.printf("%d MiB, median of %d, %d cores, xz in blocks of %d MiB%n", mebibytes, rounds, Runtime.getRuntime().availableProcessors(), XZ_BLOCK_MIB);
		return results;
	}

	private static List<List<Run>> runs(int contenders) {
		final var all = new ArrayList<List<Run>>();
		for (int i = 0; i < contenders; i++) {
			all.add(new ArrayList<>());
		}
		return all;
	}

	/** Starts a command in the folder. */
	Process start(String command, Map<String, String> environment) throws IOException {
		final var builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).inheritIO();
		builder.environment().putAll(environment);
		return builder.start();
	}

	void shell(String command) throws Exception {
		if (start(command, Map.of()).waitFor() != 0) {
			throw new IllegalStateException(command);
		}
	}
}
