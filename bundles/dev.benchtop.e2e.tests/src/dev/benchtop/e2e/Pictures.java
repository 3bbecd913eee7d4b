package dev.benchtop.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pictures of the whole screen, for a person to look at: under {@code target/screenshots} of this bundle. */
final class Pictures {

	private static final Path FOLDER = Path.of(System.getProperty("benchtop.screenshots", "target/screenshots")).toAbsolutePath();
	private static final int REST_MILLIS = 150;
	private static final int TRIES = 8;

	private Pictures() {
	}

	/** Takes a picture of the screen at rest: once two, taken one after the other, are the same. */
	static void take(String name) throws Exception {
		Files.createDirectories(FOLDER);
		final Path file = FOLDER.resolve(name + ".png");
		byte[] before = null;
		byte[] now = take(file);
		for (int i = 0; i < TRIES && !Arrays.equals(before, now); i++) {
			letItPaint();
			before = now;
			now = take(file);
		}
	}

	private static byte[] take(Path file) throws Exception {
		Tools.run(List.of("import", "-window", "root", "-define", "png:exclude-chunks=date,time", "-quality", "10", file.toString()));
		return Files.readAllBytes(file);
	}

	private static void letItPaint() throws Exception {
		final var over = new CountDownLatch(1);
		Ui.post(() -> Ui.display().timerExec(REST_MILLIS, over::countDown));
		over.await(Ui.SOON.toSeconds(), TimeUnit.SECONDS);
	}
}
