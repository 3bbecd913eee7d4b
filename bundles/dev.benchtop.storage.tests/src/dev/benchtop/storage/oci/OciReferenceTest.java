package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException;

class OciReferenceTest {

	private static final String PIN = "sha256:" + "0123456789abcdef".repeat(4);

	@ParameterizedTest
	@CsvSource({"quay.io/org/image:v1, quay.io/org/image:v1, quay.io", "quay.io/org/image, quay.io/org/image:latest, quay.io",
			"oci://localhost:5000/a/b/c_d:x.y-z, localhost:5000/a/b/c_d:x.y-z, localhost:5000", "localhost/image, localhost/image:latest, localhost",
			"debian, docker.io/library/debian:latest, registry-1.docker.io", "org/image:1, docker.io/org/image:1, registry-1.docker.io",
			"index.docker.io/org/image, docker.io/org/image:latest, registry-1.docker.io", "[::1]:5000/image, [::1]:5000/image:latest, [::1]:5000"})
	void referencesAreReadAsDockerReadsThem(String text, String label, String host) throws BackendException {
		final var reference = (OciReference.InRegistry) OciReference.parse(text, Path.of("/"));
		assertEquals(label, reference.label());
		assertEquals(host, reference.host());
		assertEquals("", reference.file());
	}

	@Test
	void aDigestPins() throws BackendException {
		final var pinned = (OciReference.InRegistry) OciReference.parse("quay.io/org/image@" + PIN, Path.of("/"));
		assertEquals(Optional.empty(), pinned.tag());
		assertEquals(PIN, pinned.digest().orElseThrow().toString());
		assertEquals("quay.io/org/image:v1@" + PIN, OciReference.parse("quay.io/org/image:v1@" + PIN, Path.of("/")).label());
	}

	@Test
	void aFileCanFollowTagOrDigest() throws BackendException {
		assertEquals("data/kernel", OciReference.InRegistry.parse("quay.io/org/image:v1/data/kernel").file());
		assertEquals("disk.img", OciReference.InRegistry.parse("quay.io/org/image@" + PIN + "/disk.img").file());
	}

	@Test
	void layoutsCountFromTheFolderOfTheBench() throws BackendException {
		final var layout = (OciReference.InLayout) OciReference.parse("layout:images/board:v1", Path.of("/bench"));
		assertEquals(Path.of("/bench/images/board"), layout.folder());
		assertEquals(Optional.of("v1"), layout.tag());
		final var pinned = (OciReference.InLayout) OciReference.parse("layout:/images@" + PIN, Path.of("/bench"));
		assertEquals(Path.of("/images"), pinned.folder());
		assertEquals(PIN, pinned.digest().orElseThrow().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "quay.io/", "quay.io/Upper/Case", "quay.io/image:", "quay.io/image@sha256:12", "http://quay.io/image", "docker://quay.io/org/image:v1", "quay.io/a b", "layout:"})
	void whatIsNoReferenceIsRefused(String text) {
		assertThrows(BackendException.class, () -> OciReference.parse(text, Path.of("/")));
	}
}
