package dev.benchtop.image.copy;

import dev.benchtop.core.Progress.Bottleneck;

/** Says what holds a copy up, by who has waited for whom since the last look. */
final class Bottlenecks {

	private static final long INTERVAL = 500_000_000;

	private final Protocol protocol;
	private final Intake intake;
	private final Source.Content content;
	private final boolean packed;
	private long looked = System.nanoTime();
	private long writerWaited;
	private long readerWaited;
	private long sourceWaited;
	private Bottleneck last;

	Bottlenecks(Protocol protocol, Intake intake, Source.Content content, boolean packed) {
		this.protocol = protocol;
		this.intake = intake;
		this.content = content;
		this.packed = packed;
	}

	void look() {
		final long now = System.nanoTime();
		if (now - looked < INTERVAL) {
			return;
		}
		final long forContent = intake.writerWaited() - writerWaited;
		final long forTarget = intake.readerWaited() - readerWaited;
		final long forSource = content.waited() - sourceWaited;
		final Bottleneck found;
		if (forTarget >= forContent || intake.readAll()) {
			found = Bottleneck.TARGET;
		} else {
			found = !packed || forSource > (now - looked) / 2 ? Bottleneck.SOURCE : Bottleneck.DECOMPRESSION;
		}
		writerWaited += forContent;
		readerWaited += forTarget;
		sourceWaited += forSource;
		looked = now;
		if (found != last) {
			last = found;
			protocol.bottleneck(found);
		}
	}
}
