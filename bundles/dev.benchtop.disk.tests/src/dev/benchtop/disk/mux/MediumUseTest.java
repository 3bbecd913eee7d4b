package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediumUseTest {

	@TempDir
	Path folder;

	@Test
	void theMediumThatWasWrittenLastIsTheOneThatHoldsHalfAnImage() throws Exception {
		final var use = new MediumUse(folder.resolve("state/mux.half"));
		use.begun("first card");
		use.begun("other card");
		assertTrue(use.isHalfWritten(Optional.of("other card")));
		use.committed();
		assertFalse(use.isHalfWritten(Optional.of("other card")));
		use.begun("other card");
		assertTrue(use.isHalfWritten(Optional.of("other card")));
		assertTrue(new MediumUse(folder.resolve("state/mux.half")).isHalfWritten(Optional.of("other card")));
	}
}
