package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;

import dev.benchtop.core.BenchException;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.TestContext;

/** A process of Benchtop's that ends without closing anything, as one does that is killed. */
final class ChildJvm {

	static final int KILLED = 137;

	private ChildJvm() {
	}

	/** Runs the class until it kills itself. */
	static void run(Class<?> main, String... arguments) throws Exception {
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"--enable-native-access=ALL-UNNAMED",
				"-cp", classPath(), main.getName()));
		command.addAll(List.of(arguments));
		final var child = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(KILLED, child.waitFor(), said);
	}

	private static String classPath() throws ClassNotFoundException {
		// what the bundle of images needs for itself
		final var images = Imaging.class.getClassLoader();
		return Stream.of(ChildJvm.class, TestContext.class, QemuDriverFactory.class, BenchException.class, Imaging.class, Gson.class, NLS.class, IStatus.class,
						images.loadClass("org.apache.commons.compress.archivers.ArchiveInputStream"), images.loadClass("org.apache.commons.io.input.BoundedInputStream"))
				.map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
				.distinct().collect(Collectors.joining(File.pathSeparator));
	}
}
