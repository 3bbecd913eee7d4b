package dev.benchtop.ui.flash;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.SourceResolver;
import dev.benchtop.image.Imaging;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** What everything that flashes in the window works with. */
@Component(service = FlashRoom.class)
public final class FlashRoom {

	@Reference
	private FlashQueue queue;
	@Reference
	private Imaging imaging;
	@Reference
	private BenchSession session;
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<SourceResolver> resolvers = List.of();

	FlashQueue queue() {
		return queue;
	}

	Imaging imaging() {
		return imaging;
	}

	BenchSession session() {
		return session;
	}

	Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** The image that a text names: a storage path or URL where somebody knows it, else a file. Off the UI thread. */
	Path image(String text) throws BenchException {
		final Optional<Bench> bench = session.bench();
		if (bench.isPresent()) {
			for (final var resolver : resolvers) {
				final Optional<Path> found = resolver.resolve(text, bench);
				if (found.isPresent()) {
					return found.get();
				}
			}
		}
		try {
			return Path.of(text.startsWith("file:") ? URI.create(text).getPath() : text); //$NON-NLS-1$
		} catch (IllegalArgumentException e) {
			throw BenchException.usage(NLS.bind(Messages.WhatPage_notFound, text)).why(e).build();
		}
	}

	/** Opens the wizard with what is known filled in, and follows the task that it starts. On the UI thread. */
	void flash(FlashSettings settings) {
		new FlashWizardDialog(Errors.shell(), new FlashWizard(this, settings)).open();
	}

	/** Starts a task and follows it in a window of its own. On the UI thread. */
	void start(FlashTask.Order order) {
		follow(queue.add(order));
	}

	/** Follows a task in a window of its own. On the UI thread. */
	void follow(FlashTask task) {
		new FlashWindow(Errors.shell(), this, task).open();
	}

	/** Cancels the flash of the other process that has the board of a task, and does the task again. On the UI thread. */
	void takeOver(FlashTask task) {
		final var board = task.order().flasher().board();
		Work.start(NLS.bind(Messages.FlashRoom_takingOver, board.name()), _ -> {
			queue.flashing().takeOver(board);
			display().asyncExec(() -> start(task.order()));
		});
	}
}
