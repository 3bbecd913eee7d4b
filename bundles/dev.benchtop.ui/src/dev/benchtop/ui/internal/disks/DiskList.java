package dev.benchtop.ui.internal.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.core.spi.Finder.Watch;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Services;

/** What the finders of disks find, now and whenever that changes. */
final class DiskList implements AutoCloseable {

	private static final String REMOVABLE = "disk"; //$NON-NLS-1$
	private static final String FIXED = "fixed-disk"; //$NON-NLS-1$

	private final Services<Finder> finders = new Services<>(Finder.class);
	private final List<Watch> watches = new ArrayList<>();
	private Consumer<List<Found>> listener;
	private final AtomicInteger looks = new AtomicInteger();
	private volatile boolean fixed;

	/** {@code heard} is told on the UI thread what is there, from now on. */
	void begin(boolean withFixed, Consumer<List<Found>> heard) {
		listener = heard;
		fixed = withFixed;
		finders.all().stream().filter(finder -> kinds().contains(finder.kind()) || finder.kind().equals(FIXED))
				.forEach(finder -> watches.add(finder.watch(this::look)));
		look();
	}

	/** Whether disks are shown that are not removable. */
	void fixed(boolean shown) {
		fixed = shown;
		look();
	}

	private List<String> kinds() {
		return fixed ? List.of(REMOVABLE, FIXED) : List.of(REMOVABLE);
	}

	/** What was looked for earlier and is found later is old. */
	private void look() {
		final int mine = looks.incrementAndGet();
		Work.quietly(Messages.DiskList_looking, _ -> {
			final var found = new ArrayList<Found>();
			for (final String kind : kinds()) {
				for (final Finder finder : finders.all()) {
					if (finder.kind().equals(kind)) {
						found.addAll(finder.find());
					}
				}
			}
			final var display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (mine == looks.get()) {
						listener.accept(List.copyOf(found));
					}
				});
			}
		});
	}

	@Override
	public void close() {
		watches.forEach(Watch::close);
		watches.clear();
	}
}
