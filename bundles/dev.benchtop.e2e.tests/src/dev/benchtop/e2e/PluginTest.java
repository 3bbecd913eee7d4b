package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third party builds a driver against the product and drops it in. */
class PluginTest {

	@TempDir
	Path home;

	private ProductProcess product;
	private Path plugins;
	private Path bench;

	@BeforeEach
	void benchWithALamp() throws IOException {
		product = new ProductProcess(home);
		plugins = Files.createDirectories(home.resolve("DATA/benchtop/plugins"));
		bench = SamplePlugin.bench(home);
	}

	@Test
	void isThereOnceItsJarIsAndGoneWithIt() throws Exception {
		final Path jar = SamplePlugin.build(home);
		assertFalse(product.run(bench, "drivers").out().contains("lamp"));
		assertEquals(2, product.run(bench, "check").code(), "a type that is not there");

		final Path dropped = Files.copy(jar, plugins.resolve(jar.getFileName()));
		assertTrue(product.run(bench, "drivers").out().matches("(?s).*\\blamp +Lamp.*"));
		assertTrue(product.run(bench, "drivers", "lamp").out().contains("The file that stands for the relay"));
		assertTrue(product.run(bench, "do", "desk-lamp", "--trust").out().contains("blink times=3"));

		final var on = product.run(bench, "power", "desk-lamp", "on");
		assertEquals(0, on.code(), on.err());
		assertEquals("on\n", Files.readString(bench.resolve("relay")));
		assertTrue(product.run(bench, "boards").out().startsWith("desk-lamp  on"));

		Files.delete(dropped);
		assertFalse(product.run(bench, "drivers").out().contains("lamp"));
	}

	@Test
	void isReadAnewWhereItsJarWasReplaced() throws Exception {
		final Path jar = SamplePlugin.build(home);
		final Path dropped = plugins.resolve("lamp.jar");
		broken(dropped);
		assertFalse(product.run(bench, "drivers").out().contains("lamp"));
		Files.delete(dropped);
		Files.copy(jar, dropped);
		assertTrue(product.run(bench, "drivers").out().contains("lamp"));
	}

	@Test
	void oneThatCannotBeUsedDoesNotStopTheOthers() throws Exception {
		final Path jar = SamplePlugin.build(home);
		Files.copy(jar, plugins.resolve(jar.getFileName()));
		broken(plugins.resolve("broken.jar"));
		Files.writeString(plugins.resolve("text.jar"), "this is no jar");
		final var run = product.run(bench, "drivers");
		assertEquals(0, run.code());
		assertEquals("", run.err());
		assertTrue(run.out().contains("lamp"), run.out());
		assertTrue(run.out().contains("qemu"), run.out());
	}

	private static void broken(Path jar) throws IOException {
		final var manifest = new Manifest();
		final var attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Bundle-ManifestVersion", "2");
		attributes.putValue("Bundle-SymbolicName", "com.example.broken");
		attributes.putValue("Bundle-Version", "1.0.0");
		attributes.putValue("Import-Package", "com.example.nowhere");
		try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			out.finish();
		}
	}
}
