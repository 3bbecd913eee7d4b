package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.flash.Outcome;

/** A copy is compared with the SHA-256 that is expected of it. */
class CopyHashTest extends CopyFixture {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theExpectedHashMayBeOfTheFileOrOfItsContent(boolean staged) throws Exception {
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image", sha256(PACKED)), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image", sha256(CONTENT).toUpperCase()), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(CONTENT, "raw", sha256(CONTENT)), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals("hash", recorder.planned.getFirst());
	}

	@Test
	void aHashThatDiffersIsNoSuccess() throws Exception {
		final String other = "00".repeat(32);
		final var raw = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(request(CONTENT, "raw", other), raw), Outcome.UNCHANGED, "SHA-256 is not the expected one");
		assertOld(raw.medium, 0, raw.medium.length);
		final var staged = new FaultyTarget(16 * MIB, true);
		assertFailed(copy(request(PACKED, "image", other), staged), Outcome.UNCHANGED, sha256(CONTENT));
		assertOld(staged.medium, 0, staged.medium.length);
		final var block = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(request(PACKED, "image", other), block), Outcome.INCOMPLETE, sha256(PACKED));
		assertOld(block.medium, 0, MIB);
	}

	@Test
	void aChecksumFileBesideIsCompared() throws Exception {
		final var wanted = request(PACKED, "image.img.zst", null);
		final Path beside = folder.resolve("image.img.zst.sha256");
		Files.writeString(beside, sha256(PACKED) + "  image.img.zst\n");
		assertEquals(Outcome.VERIFIED, copy(wanted, new FaultyTarget(16 * MIB, false)).outcome());
		Files.writeString(beside, "11".repeat(32) + " *image.img.zst\n");
		final var untouched = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(wanted, untouched), Outcome.UNCHANGED, "image.img.zst.sha256");
		assertOld(untouched.medium, 0, untouched.medium.length);
		Files.delete(beside);
		Files.writeString(folder.resolve("SHA256SUMS"), "22".repeat(32) + "  image.img\n");
		assertFailed(copy(wanted, new FaultyTarget(16 * MIB, false)), Outcome.INCOMPLETE, "SHA256SUMS");
		Files.writeString(folder.resolve("SHA256SUMS"), "SHA256 (image.img) = " + sha256(CONTENT) + "\n");
		assertEquals(Outcome.VERIFIED, copy(wanted, new FaultyTarget(16 * MIB, false)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image.img.zst", sha256(PACKED)), new FaultyTarget(16 * MIB, false)).outcome());
	}
}
