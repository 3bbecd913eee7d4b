package dev.benchtop.core.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Several flashes of one image that go on at the same time, so that it is read and unpacked once for all of them. Thread-safe. */
public final class Party {

	private final List<Member> members = new ArrayList<>();
	private final List<Runnable> onLeave = new ArrayList<>();
	private Object shared;

	/** One of the flashes; closed when it is over, or has been refused before it began, so that the others do not wait for it. */
	public final class Member implements AutoCloseable {

		private boolean gone;

		private Member() {
		}

		public Party party() {
			return Party.this;
		}

		/** Whether it does not take part any more. */
		public boolean isGone() {
			synchronized (Party.this) {
				return gone;
			}
		}

		@Override
		public void close() {
			final List<Runnable> heard;
			synchronized (Party.this) {
				gone = true;
				heard = List.copyOf(onLeave);
			}
			heard.forEach(Runnable::run);
		}
	}

	/** A party of so many flashes. */
	public Party(int size) {
		for (int i = 0; i < size; i++) {
			members.add(new Member());
		}
	}

	public List<Member> members() {
		return List.copyOf(members);
	}

	/** Runs {@code action} whenever a member leaves. */
	public synchronized void onLeave(Runnable action) {
		onLeave.add(action);
	}

	/** What the flashers of the party share; made by the first one that asks. */
	public synchronized <T> T shared(Class<T> type, Supplier<T> make) {
		if (shared == null) {
			shared = make.get();
		}
		return type.cast(shared);
	}
}
