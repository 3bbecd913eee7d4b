package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.TestBench;

/** A process that flashes a disk until so many bytes are written, says so, and waits to be killed. */
final class FlashChild {

	private FlashChild() {
	}

	public static void main(String[] arguments) throws Exception {
		final var bench = new DiskBench(Path.of(arguments[0]), new Disks());
		final long stop = Long.parseLong(arguments[3]);
		bench.flash(Path.of(arguments[1]), DiskBench.request(Path.of(arguments[2]), ""), new Progress() {
			private final CancelToken token = new CancelToken();
			private long done;

			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void advance(long bytes) {
				done += bytes;
				if (done >= stop) {
					System.out.println("written");
					System.out.flush();
					try {
						new CountDownLatch(1).await();
					} catch (InterruptedException e) {
						throw new IllegalStateException(e);
					}
				}
			}
		});
	}

	/** Starts such a process, and kills it when it has written so much. */
	static void killed(Path home, Path device, Path image, long stop) throws IOException, InterruptedException, ClassNotFoundException {
		// what the bundle of images needs for itself
		final var images = Imaging.class.getClassLoader();
		final String classes = Stream.of(FlashChild.class, TestBench.class, Disks.class, Imaging.class, BenchException.class, com.google.gson.Gson.class,
				org.snakeyaml.engine.v2.nodes.ScalarNode.class, org.eclipse.osgi.util.NLS.class, org.eclipse.core.runtime.IStatus.class,
				org.eclipse.equinox.security.storage.StorageException.class, images.loadClass("org.apache.commons.compress.archivers.ArchiveInputStream"),
				images.loadClass("org.apache.commons.io.input.BoundedInputStream"))
				.flatMap(FlashChild::places).distinct().collect(Collectors.joining(System.getProperty("path.separator")));
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classes, FlashChild.class.getName(), home.toString(), device.toString(),
				image.toString(), Long.toString(stop)));
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (var output = process.inputReader()) {
			if (!"written".equals(output.readLine())) {
				throw new IOException("the flash ended before it was killed");
			}
		} finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static Stream<String> places(Class<?> type) {
		final Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
		return Stream.of(place.toString(), place.resolve("bin").toString(), place.resolve("target/classes").toString());
	}
}
