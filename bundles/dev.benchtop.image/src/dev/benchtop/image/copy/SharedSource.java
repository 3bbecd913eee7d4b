package dev.benchtop.image.copy;

import java.io.IOException;
import java.util.Optional;

import dev.benchtop.core.flash.Party;
import dev.benchtop.core.flash.Party.Member;

/** A source that several copies take at the same time, read once for all of them. */
public final class SharedSource {

	/** With all of their memory they stay below 256 MiB. */
	private static final int ALL_AHEAD = 40;
	private static final int MOST_AHEAD = 8;
	private static final int LEAST_AHEAD = 2;

	private final Source source;
	private final SharedContent shared;
	private final int ahead;

	public SharedSource(Source source, Party party) {
		this.source = source;
		this.shared = new SharedContent(source, party.members());
		this.ahead = Math.clamp(ALL_AHEAD / party.members().size(), LEAST_AHEAD, MOST_AHEAD);
		party.onLeave(shared::left);
		shared.left(); // whoever left before
	}

	/** The source as one of the copies has it. */
	public Source view(Member member) {
		return new Source() {
			private boolean opened;

			@Override
			public String label() {
				return source.label();
			}

			@Override
			public long packedBytes() {
				return source.packedBytes();
			}

			/** The second time is to find out what went wrong, which is nobody else's business. */
			@Override
			public synchronized Content open() throws IOException {
				if (opened) {
					return source.open();
				}
				opened = true;
				return shared.view(member);
			}

			@Override
			public Object state() throws IOException {
				return source.state();
			}

			@Override
			public Optional<String> packedHash(ProgressCounter read) throws IOException {
				return source.packedHash(read);
			}

			@Override
			public boolean packed() {
				return source.packed();
			}

			@Override
			public int ahead() {
				return ahead;
			}
		};
	}
}
