package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's window where there is none to be had. */
class ProductStartTest {

	@TempDir
	private Path home;

	@Test
	void withoutADisplayItSaysSoInASentence() throws Exception {
		final var product = new ProductProcess(home).without("DISPLAY").without("WAYLAND_DISPLAY");
		final var ended = ProductProcess.end(product.start(product.window(), home));
		assertEquals(1, ended.code());
		assertEquals("Benchtop: there is no display to open a window on. Set DISPLAY, or use the command line: benchtop --help", ended.err().strip());
		assertTrue(ended.out().isBlank(), ended.out());
	}
}
