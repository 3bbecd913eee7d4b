package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;

class ArtifactTest {

	private static Artifact of(TestArtifact artifact) throws BackendException {
		return new Artifact(Manifest.parse(artifact.manifest()));
	}

	private static Artifact bundle() throws BackendException {
		return of(new TestArtifact().with("./manifest.yaml", new byte[3]).with("data/kernel", new byte[1024]).with("data/dtbs/a.dtb", new byte[10])
				.with("data/dtbs/b.dtb", new byte[20]).with("data-sheet", new byte[4]).created("2026-01-02T03:04:05Z"));
	}

	private static List<String> list(Artifact artifact, String key, boolean recursive) throws IOException {
		final List<String> keys = new ArrayList<>();
		artifact.list(key, recursive, entry -> keys.add(entry.key() + (entry.folder() ? "/" : " " + entry.size())));
		return keys;
	}

	@Test
	void titlesMakeATree() throws IOException {
		final Artifact artifact = bundle();
		assertEquals(List.of("data-sheet 4", "data/", "manifest.yaml 3"), list(artifact, "", false));
		assertEquals(List.of("data/dtbs/", "data/kernel 1024"), list(artifact, "data", false));
		assertEquals(List.of("data-sheet 4", "data/", "data/dtbs/", "data/dtbs/a.dtb 10", "data/dtbs/b.dtb 20", "data/kernel 1024", "manifest.yaml 3"),
				list(artifact, "", true));
		assertTrue(artifact.stat("data/dtbs").folder());
		assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), artifact.stat("data/kernel").modified());
		assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> artifact.stat("dat")).kind());
		assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> list(artifact, "none", false)).kind());
		assertEquals(Kind.NOT_FOLDER, assertThrows(BackendException.class, () -> list(artifact, "data/kernel", false)).kind());
		assertEquals(Kind.IS_FOLDER, assertThrows(BackendException.class, () -> artifact.file("data")).kind());
	}

	@Test
	void withoutATitleItIsCalledByItsDigest() throws IOException {
		final Artifact artifact = of(new TestArtifact().with("", new byte[7]));
		assertEquals(Optional.of(Digest.of(new byte[7]).toString()), artifact.only());
	}

	@ParameterizedTest
	@ValueSource(strings = {"../up", "/etc/passwd", "a/../../b", "a//b", "a\\..\\b", "..", "a/./b", "a/"})
	void noTitleLeadsOut(String title) {
		final var failure = assertThrows(BackendException.class, () -> of(new TestArtifact().with("good", new byte[1]).with(title, new byte[2])));
		assertTrue(failure.getMessage().contains(title), failure.getMessage());
	}

	@Test
	void twoThingsOfOneNameAreRefused() {
		assertThrows(BackendException.class, () -> of(new TestArtifact().with("a", new byte[1]).with("a", new byte[2])));
		assertThrows(BackendException.class, () -> of(new TestArtifact().with("a", new byte[1]).with("a/b", new byte[2])));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "[]", "{}", "{\"layers\":3}", "{\"layers\":[{}]}", "{\"layers\":[{\"digest\":\"md5:1\",\"size\":1}]}", "<html>",
			"{\"layers\":[{\"digest\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\",\"size\":-1}]}"})
	void whatIsNoManifestIsRefused(String json) {
		assertEquals(Kind.FAILED, assertThrows(BackendException.class, () -> Manifest.parse(json.getBytes())).kind());
	}
}
