package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

/** An image to copy, and what was told of it. */
abstract class CopyFixture {

	static final int MIB = 1 << 20;
	static final byte[] CONTENT = Tools.image(13 * MIB + 12345, 5);
	static final byte[] PACKED = Tools.pipe(CONTENT, "zstd", "-1qc", "--stream-size=" + CONTENT.length);

	@TempDir
	Path folder;

	final Imaging imaging = Imaging.standard();
	final Recorder recorder = new Recorder();

	FlashRequest request(byte[] image, String name, String sha256) throws IOException {
		final Path file = Files.write(folder.resolve(name), image);
		return new FlashRequest(file, name, "", true, Optional.ofNullable(sha256));
	}

	FlashReport copy(FlashRequest request, FaultyTarget target) throws BenchException {
		return imaging.copy(request, target, "disk", recorder);
	}

	static String sha256(byte[] data, int at, int length) {
		try {
			final var digest = MessageDigest.getInstance("SHA-256");
			digest.update(data, at, length);
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	static String sha256(byte[] data) {
		return sha256(data, 0, data.length);
	}

	static String sum(byte[] data, int at, int length) {
		final var first = new CRC32C();
		first.update(data, at, length);
		final var second = new CRC32();
		second.update(data, at, length);
		return "%08x%08x".formatted(first.getValue(), second.getValue());
	}

	static void assertOld(byte[] medium, int from, int to) {
		final var old = new byte[to - from];
		Arrays.fill(old, FaultyTarget.OLD);
		assertEquals(-1, Arrays.mismatch(medium, from, to, old, 0, old.length));
	}

	static void assertFailed(FlashReport report, Outcome outcome, String text) {
		assertEquals(outcome, report.outcome());
		final String message = report.failure().orElseThrow().getMessage();
		assertTrue(message.contains(text), message);
	}
}
