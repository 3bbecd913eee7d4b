package dev.benchtop.core.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChangesTest {

	private final AtomicReference<String> there = new AtomicReference<>("disk");
	private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
	private final Changes changes = new Changes("looking", there::get);

	@AfterEach
	void close() {
		changes.close();
	}

	/** Waits until it was told of that. */
	private void await(String wanted) throws InterruptedException {
		while (!heard.take().equals(wanted)) {
			continue;
		}
	}

	@Test
	void tellsWhatComesAndGoes() throws Exception {
		try (var _ = changes.watch(() -> heard.add(there.get()))) {
			await("disk");
			there.set("disk and port");
			await("disk and port");
			there.set("port");
			await("port");
		}
	}

	@Test
	void goesOnAfterAListenerThatFails() throws Exception {
		try (var _ = changes.watch(() -> {
			throw new IllegalStateException("a listener of the test");
		}); var _ = changes.watch(() -> heard.add(there.get()))) {
			there.set("port");
			await("port");
		}
	}

	@Test
	void nothingIsThereWhereItCannotLook() throws Exception {
		final var broken = new CountDownLatch(1);
		try (var failing = new Changes("looking", () -> {
			if (broken.getCount() == 0) {
				throw new IOException("no kernel");
			}
			return "disk";
		}); var _ = failing.watch(() -> heard.add("told"))) {
			await("told");
			broken.countDown();
			await("told");
		}
	}

	@Test
	void whoStoppedListeningHearsNothingAndABeginnerDoes() throws Exception {
		changes.watch(() -> heard.add("early")).close();
		try (var _ = changes.watch(() -> heard.add(there.get()))) {
			there.set("port");
			await("port");
			heard.clear();
			there.set("");
			await("");
		}
		assertEquals(0, heard.stream().filter("early"::equals).count());
	}
}
