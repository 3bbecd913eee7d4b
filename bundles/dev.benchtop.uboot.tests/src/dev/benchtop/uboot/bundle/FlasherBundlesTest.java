package dev.benchtop.uboot.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.storage.Locations;

class FlasherBundlesTest {

	@TempDir
	private Path folder;

	private final List<String> asked = new ArrayList<>();
	private Path bundle;

	@BeforeEach
	void write() throws IOException {
		bundle = SampleBundle.write(folder.resolve("bundle"));
	}

	/** What has a scheme of registries is the bundle. */
	private FlasherBundle open(String reference, String manifest) throws BenchException {
		final var locations = new Locations(List.of((text, _) -> {
			if (!text.matches("(?s)(oci://|layout:).*")) {
				return Optional.empty();
			}
			asked.add(text);
			return Optional.of(bundle);
		}));
		return new FlasherBundles(locations).open(reference, manifest, Optional.empty(), folder, CancelToken.none());
	}

	private FlasherBundle open(String reference) throws BenchException {
		return open(reference, FlasherBundles.MANIFEST);
	}

	private BenchException refused(String reference) {
		return assertThrows(BenchException.class, () -> open(reference));
	}

	@ParameterizedTest
	@ValueSource(strings = {"bundle.tar", "bundle.tar.gz", "bundle.tgz", "a/b.example/name:1"})
	void anArchiveIsAsGoodAsAFolder(String name) throws Exception {
		final Path archive = folder.resolve(name);
		Files.createDirectories(archive.getParent());
		SampleBundle.pack(bundle, archive);
		final Path unpacked;
		try (var opened = open("./" + name)) {
			assertEquals(List.of(1024L, 2048L, 3072L), opened.bootFiles(Optional.empty()).stream().map(BootFile::size).toList());
			assertEquals(archive.toString(), opened.label());
			unpacked = opened.file("data/kernel").getParent().getParent();
		}
		assertFalse(Files.exists(unpacked));
	}

	@Test
	void oneBundleMayCarrySeveralManifests() throws Exception {
		Files.writeString(bundle.resolve("small.yaml"), SampleBundle.MANIFEST.replace("test-bundle", "small"));
		try (var opened = open("bundle", "small.yaml")) {
			assertEquals("small", opened.manifest().name());
		}
		final var failure = assertThrows(BenchException.class, () -> open("bundle", "none.yaml"));
		assertEquals("The flasher bundle has no manifest none.yaml", failure.what());
		assertEquals(Optional.of("YAML files in it: manifest.yaml, small.yaml"), failure.next());
		assertEquals(Optional.of(bundle.resolve("none.yaml").toString()), failure.where());
	}

	@ParameterizedTest
	@CsvSource({"ti-j784s4, oci://quay.io/jumpstarter-dev/jumpstarter-flasher-ti-j784s4:latest",
			"rcar-s4, oci://quay.io/jumpstarter-dev/jumpstarter-flasher-rcar-s4:latest",
			"quay.io/jumpstarter-dev/some:new, oci://quay.io/jumpstarter-dev/some:new",
			"localhost/bundle, oci://localhost/bundle", "desk:5000/bundle:v1, oci://desk:5000/bundle:v1",
			"oci://desk/bundle@sha256:00, oci://desk/bundle@sha256:00"})
	void aReferenceLeadsToARegistry(String reference, String full) throws Exception {
		try (var opened = open(reference)) {
			assertEquals(List.of(full), asked);
			assertEquals(full, opened.label());
		}
	}

	@Test
	void aLayoutOnDiskIsReadThroughItsIndex() throws Exception {
		final Path layout = Files.createDirectory(folder.resolve("layout"));
		Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
		try (var opened = open("layout")) {
			assertEquals(List.of("layout:" + layout), asked);
			assertEquals(layout.toString(), opened.label());
		}
		try (var _ = open("layout:layout:v1")) {
			assertEquals("layout:" + layout + ":v1", asked.getLast());
		}
		final Path archive = SampleBundle.pack(layout, folder.resolve("layout.tar"));
		try (var opened = open("./layout.tar")) {
			assertTrue(asked.getLast().startsWith("layout:") && !asked.getLast().contains(archive.toString()), asked.toString());
			assertEquals(archive.toString(), opened.label());
		}
	}

	@Test
	void anArtifactWithNothingButAManifestIsABundle() throws Exception {
		try (var opened = open("bundle/manifest.yaml")) {
			assertEquals("test-bundle", opened.manifest().name());
			assertEquals(1024, opened.kernel().size());
		}
	}

	@Test
	void aFileThatLooksLikeARegistryIsTheFile() throws Exception {
		Files.createDirectories(folder.resolve("v1.0"));
		SampleBundle.write(folder.resolve("v1.0/bundle"));
		try (var opened = open("v1.0/bundle")) {
			assertEquals(folder.resolve("v1.0/bundle").toString(), opened.label());
			assertEquals(List.of(), asked);
		}
	}

	@Test
	void nothingThereIsSaid() {
		final var failure = refused("./gone");
		assertEquals("The flasher bundle cannot be opened", failure.what());
		assertEquals(Optional.of(folder.resolve("gone").toString()), failure.where());
	}

	@Test
	void whatIsNoArchiveIsRefused() throws Exception {
		Files.writeString(folder.resolve("text"), "this is no archive at all");
		assertTrue(refused("./text").why().isPresent());
		Files.write(folder.resolve("nothing"), new byte[0]);
		assertEquals(Optional.of("it is neither a tar archive nor one packed with gzip"), refused("./nothing").why());
	}

	@ParameterizedTest
	@ValueSource(ints = {40, 400, -1})
	void anArchiveThatWasCutIsRefused(int length) throws Exception {
		final Path whole = SampleBundle.pack(bundle, folder.resolve("whole.tgz"));
		final byte[] bytes = Files.readAllBytes(whole);
		Files.write(folder.resolve("cut.tgz"), Arrays.copyOf(bytes, length < 0 ? bytes.length - 6 : length));
		assertEquals("The flasher bundle cannot be opened", refused("./cut.tgz").what());
	}

	@ParameterizedTest
	@ValueSource(strings = {"../escaped", "/tmp/escaped", "data/../../escaped"})
	void noEntryLeadsOut(String name) throws Exception {
		final Path archive = folder.resolve("evil.tar");
		try (OutputStream file = Files.newOutputStream(archive); var tar = new TarArchiveOutputStream(file)) {
			SampleBundle.add(tar, new TarArchiveEntry("manifest.yaml"), SampleBundle.MANIFEST.getBytes());
			SampleBundle.add(tar, new TarArchiveEntry(name, true), new byte[3]);
		}
		final var failure = refused("./evil.tar");
		assertEquals(Optional.of("the entry \"" + name + "\" leads out of the archive"), failure.why());
	}

	@ParameterizedTest
	@ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
	void linksAndDevicesAreRefused(byte kind) throws Exception {
		try (OutputStream file = Files.newOutputStream(folder.resolve("evil.tar")); var tar = new TarArchiveOutputStream(file)) {
			final var entry = new TarArchiveEntry("kernel", kind);
			if (kind == TarConstants.LF_SYMLINK || kind == TarConstants.LF_LINK) {
				entry.setLinkName("/etc/passwd");
			}
			SampleBundle.add(tar, entry, new byte[0]);
		}
		assertEquals(Optional.of("the entry \"kernel\" is neither a file nor a folder"), refused("./evil.tar").why());
	}

	@Test
	void unpackingIsCancelled() throws Exception {
		SampleBundle.pack(bundle, folder.resolve("bundle.tar"));
		final var token = new CancelToken();
		token.cancel();
		final var failure = assertThrows(BenchException.class, () -> new FlasherBundles(new Locations(List.of()))
				.open("./bundle.tar", FlasherBundles.MANIFEST, Optional.empty(), folder, token));
		assertTrue(failure.isCancelled());
	}
}
