package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.flash.Party.Member;
import dev.benchtop.image.copy.Source.Content;

/**
 * A content that several copies read in the same steps: whoever comes to a step first does it, the others are given what came of it. Who is
 * ahead waits for who is behind when so much is kept as may be.
 */
final class SharedContent {

	/** How many filled buffers are kept at most. */
	private static final int MOST_KEPT = 8;

	/** A step of the copies in the content. */
	@FunctionalInterface
	private interface Step<T> {
		T run(Content content) throws IOException;
	}

	/** What came of a step. */
	private record Came(Object result, IOException failure) {
	}

	private final Source source;
	private final Map<Member, Long> places = new HashMap<>();
	private final Deque<Came> kept = new ArrayDeque<>();
	private long first;
	private int buffers;
	/** Who does the next step; null where nobody does. */
	private Member lead;
	private Content content;
	private Optional<String> packedHash;

	SharedContent(Source source, List<Member> members) {
		this.source = source;
		members.forEach(member -> places.put(member, 0L));
	}

	/** Somebody has left the party. */
	synchronized void left() {
		places.keySet().removeIf(Member::isGone);
		forget();
		notifyAll();
	}

	private void forget() {
		final long slowest = places.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
		while (!kept.isEmpty() && first < slowest) {
			buffers -= kept.removeFirst().result() instanceof byte[] ? 1 : 0;
			first++;
		}
	}

	private Content content() throws IOException {
		if (content == null) {
			content = source.open();
		}
		return content;
	}

	/** The result of the member's next step. */
	private <T> T step(Member member, Class<T> type, Step<T> step) throws IOException {
		final Came came = next(member).orElseGet(() -> run(step));
		synchronized (this) {
			if (lead == member) {
				lead = null;
				kept.addLast(came);
				buffers += came.result() instanceof byte[] ? 1 : 0;
			}
			places.computeIfPresent(member, (_, place) -> place + 1);
			forget();
			notifyAll();
		}
		if (came.failure() != null) {
			throw new IOException(came.failure().getMessage(), came.failure());
		}
		return type.cast(came.result());
	}

	/** What another one has got at this step; empty where this one is the first to come to it. */
	private synchronized Optional<Came> next(Member member) throws IOException {
		while (true) {
			final Long place = places.get(member);
			if (place == null) {
				throw new IOException(Messages.Source_closed);
			}
			if (place < first + kept.size()) {
				return Optional.of(kept.stream().skip(place - first).findFirst().orElseThrow());
			}
			if (lead == null && buffers < MOST_KEPT) {
				lead = member;
				return Optional.empty();
			}
			await();
		}
	}

	private void await() throws IOException {
		try {
			wait();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private <T> Came run(Step<T> step) {
		try {
			return new Came(step.run(content()), null);
		} catch (IOException e) {
			return new Came(null, e);
		} catch (RuntimeException | Error e) {
			return new Came(null, new IOException(e.toString(), e));
		}
	}

	private synchronized Optional<String> packedHash() {
		if (packedHash == null) {
			packedHash = content.packedHash();
		}
		return packedHash;
	}

	private void leave(Member member) throws IOException {
		member.close();
		final boolean last;
		synchronized (this) {
			last = places.isEmpty() && content != null;
		}
		if (last) {
			content.close();
		}
	}

	/** The content as one of the copies reads it. */
	Content view(Member member) throws IOException {
		step(member, Boolean.class, _ -> true);
		return new Content() {

			@Override
			public long next(long position) throws IOException {
				return step(member, Long.class, all -> all.next(position));
			}

			@Override
			public boolean seek(long position) throws IOException {
				return step(member, Boolean.class, all -> all.seek(position));
			}

			@Override
			public void fill(ByteBuffer data) throws IOException {
				final int start = data.position();
				final byte[] bytes = step(member, byte[].class, all -> {
					all.fill(data);
					final var copy = new byte[data.position() - start];
					data.get(start, copy);
					return copy;
				});
				if (data.position() == start) {
					data.put(bytes);
				}
			}

			@Override
			public OptionalLong length() {
				return content.length();
			}

			@Override
			public long estimate(long soFar) {
				return content.estimate(soFar);
			}

			@Override
			public long waited() {
				return content.waited();
			}

			@Override
			public Optional<String> packedHash() {
				return SharedContent.this.packedHash();
			}

			@Override
			public void close() throws IOException {
				leave(member);
			}
		};
	}
}
