package dev.benchtop.core.bench;

import java.nio.file.Path;

import dev.benchtop.core.BenchException;

/** A process that does with locks as it is told: {@code acquire PART WHAT}, {@code takeOver PART WHAT}, {@code race PART COUNT}. */
final class LockHolder {

	private LockHolder() {
	}

	public static void main(String[] arguments) throws Exception {
		final BoardLock locks = BoardLocks.of(Path.of(arguments[0]));
		say("ready");
		final var input = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			final String[] words = line.split(" ", 3);
			try {
				if (words[0].equals("race")) {
					race(locks, words[1], Integer.parseInt(words[2]), Path.of(arguments[1]));
					continue;
				}
				final BoardLock.Hold hold = words[0].equals("acquire") ? locks.acquire(words[1], words[2]) : locks.takeOver(words[1], words[2]);
				hold.onLost(() -> say("lost"));
				say("held");
			} catch (BenchException e) {
				say(e.what());
			}
		}
	}

	/** Takes the part so many times and adds 1 to the number in a file each time, which goes wrong where two do it at once. */
	private static void race(BoardLock locks, String part, int count, Path counter) throws Exception {
		for (int done = 0; done < count;) {
			try (var _ = locks.acquire(part, "race")) {
				final int value = Integer.parseInt(java.nio.file.Files.readString(counter));
				java.nio.file.Files.writeString(counter, Integer.toString(value + 1));
				done++;
			} catch (BenchException e) {
				Thread.sleep(1);
			}
		}
		say("done");
	}

	private static void say(String line) {
		System.out.println(line);
		System.out.flush();
	}
}
