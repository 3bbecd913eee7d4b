package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

import org.junit.jupiter.api.Test;

class TroubleTest {

	@Test
	void theSameIsToldOnceUntilItIsOver() {
		final var trouble = new Trouble();
		assertTrue(trouble.begins(new AccessDeniedException("console.log")));
		assertFalse(trouble.begins(new AccessDeniedException("console.log")));
		assertTrue(trouble.begins(new IOException("no space")));
		assertFalse(trouble.begins(new IOException("no space")));
		trouble.ends();
		assertTrue(trouble.begins(new IOException("no space")));
	}
}
