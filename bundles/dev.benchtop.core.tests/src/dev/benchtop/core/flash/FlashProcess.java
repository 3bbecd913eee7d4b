package dev.benchtop.core.flash;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** A process that flashes: arguments are the folder, whether the target is staged, and whether it goes on by itself. */
final class FlashProcess {

	private FlashProcess() {
	}

	public static void main(String[] arguments) throws Exception {
		final boolean goesOn = Boolean.parseBoolean(arguments[2]);
		final var input = new BufferedReader(new InputStreamReader(System.in));
		final var flasher = new FakeFlasher(Boolean.parseBoolean(arguments[1]), (phase, mib, progress) -> {
			if (!goesOn && phase.equals("write") && mib == 4) {
				say("writing");
				awaitCancel(progress.token());
			}
		});
		final var bench = new FakeBench(Path.of(arguments[0]), flasher);
		final var request = new FlashRequest(Path.of("image.xz"), "image.xz", "", true, Optional.empty());
		final var report = new Flashing().flash(bench.node(), request, Progress.of(new CancelToken()));
		say(report.outcome().toString());
		input.readLine();
	}

	private static void awaitCancel(CancelToken token) {
		try {
			while (!token.isCancelled()) {
				Thread.sleep(5);
			}
			Thread.sleep(100);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void say(String line) {
		System.out.println(line);
		System.out.flush();
	}
}
