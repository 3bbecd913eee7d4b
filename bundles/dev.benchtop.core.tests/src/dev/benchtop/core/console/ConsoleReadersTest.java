package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import dev.benchtop.testing.Heard;

/** What each of several readers of a console hears. */
class ConsoleReadersTest extends ConsoleLineFixture {

	@Test
	void theLastOfALogFromBeforeIsReplayedWheneverAReaderComes() throws Exception {
		final String before = "said long ago\n".repeat(1000);
		Files.createDirectories(log().getParent());
		Files.writeString(log(), before);
		final var early = attach();
		early.awaitStory("<live>");
		line.open();
		early.awaitStory("<OPEN>");
		final var late = attach();
		late.awaitStory("<live>");
		device.say("now");
		early.awaitStory("now");
		late.awaitStory("now");
		final String last = before.substring(before.length() - 4096) + "now";
		assertEquals(last, early.text());
		assertEquals(last, late.text());
		assertEquals(4096, early.replayed());
		assertEquals(4096, late.replayed());
	}

	@Test
	void aNewReaderIsReplayedAndThenStreamed() throws Exception {
		final var first = attach();
		line.open();
		device.say("U-Boot 2023.01\n");
		first.awaitStory("2023.01\n");
		final var second = attach();
		second.awaitStory("U-Boot 2023.01\n<live>");
		device.say("=> ");
		second.awaitStory("=> ");
		first.awaitStory("=> ");
		assertEquals("<live><OPEN>U-Boot 2023.01\n=> ", first.story());
		assertEquals("U-Boot 2023.01\n<live>=> ", second.story());
		assertEquals(0, first.replayed());
		assertEquals(15, second.replayed());
		assertEquals("U-Boot 2023.01\n=> ", logged());
		assertEquals(18, line.position());
	}

	@Test
	void aClearedBufferIsNotReplayedButLogged() throws Exception {
		line.open();
		device.say("old");
		attach().awaitStory("old");
		line.clear();
		final var reader = attach();
		reader.awaitStory("<live>");
		device.say("new");
		reader.awaitStory("new");
		assertEquals("<live>new", reader.story());
		assertEquals("oldnew", logged());
	}

	@Test
	void aReaderMayBeginAtAnyPlace() throws Exception {
		line.open();
		final var first = attach();
		device.say("before ");
		first.awaitStory("before ");
		final long place = line.position();
		device.say("after");
		first.awaitStory("after");
		final var reader = new Heard();
		line.attach(reader, place);
		reader.awaitStory("after<live>");
		assertEquals("after<live>", reader.story());
		final var all = new Heard();
		line.clear();
		line.attach(all, 0);
		all.awaitStory("before after<live>");
	}

	@RepeatedTest(20)
	void readersAttachedInTheMiddleSeeNoGapAndNoOverlap() throws Exception {
		line.open();
		final var expected = new byte[300_000];
		new Random(7).nextBytes(expected);
		final var readers = new ArrayList<Heard>();
		readers.add(attach());
		for (int at = 0; at < expected.length; at += 1000) {
			device.say(Arrays.copyOfRange(expected, at, at + 1000));
			if (at % 30_000 == 0) {
				readers.add(attach());
			}
		}
		readers.getFirst().await(expected.length);
		assertArrayEquals(expected, readers.getFirst().bytes());
		for (final var reader : readers) {
			final byte[] last = Arrays.copyOfRange(expected, expected.length - 10, expected.length);
			reader.awaitStory(story -> story.contains(new String(last, StandardCharsets.ISO_8859_1)));
			final byte[] got = reader.bytes();
			assertArrayEquals(Arrays.copyOfRange(expected, expected.length - got.length, expected.length), got);
		}
		assertArrayEquals(expected, Files.readAllBytes(log()));
	}

	@RepeatedTest(20)
	void aSlowReaderMissesNothingAndDelaysNobody() throws Exception {
		line.open();
		final var gate = new CountDownLatch(1);
		final var slow = new Heard() {
			@Override
			public void received(byte[] chunk, boolean replay) {
				try {
					gate.await();
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
				super.received(chunk, replay);
			}
		};
		line.attach(slow);
		final var quick = attach();
		final var expected = new byte[200_000];
		new Random(8).nextBytes(expected);
		for (int at = 0; at < expected.length; at += 1000) {
			device.say(Arrays.copyOfRange(expected, at, at + 1000));
		}
		quick.await(expected.length);
		assertEquals(0, slow.bytes().length);
		gate.countDown();
		slow.await(expected.length);
		assertArrayEquals(expected, slow.bytes());
		assertEquals(0, slow.replayed());
	}

	@Test
	void aListenerThatFailsHarmsNobody() throws Exception {
		line.open();
		line.attach((_, _) -> {
			throw new IllegalStateException("meant to be");
		});
		final var other = attach();
		device.say("x");
		device.say("y");
		other.awaitStory(told -> told.replace("<OPEN>", "").replace("<live>", "").equals("xy"));
	}

	@Test
	void aClosedAttachmentHearsNoMore() throws Exception {
		line.open();
		final var gone = new Heard();
		final var attachment = line.attach(gone);
		device.say("x");
		gone.awaitStory("x");
		attachment.close();
		final var other = attach();
		device.say("y");
		other.awaitStory("y");
		assertFalse(gone.text().contains("y"));
	}
}
