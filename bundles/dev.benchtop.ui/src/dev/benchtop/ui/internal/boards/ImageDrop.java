package dev.benchtop.ui.internal.boards;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.core.spi.ImageBoards;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Services;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** Proposes a new board for an image that is dropped beside the boards. */
final class ImageDrop {

	private final Services<ImageBoards> proposers = new Services<>(ImageBoards.class);

	/** Whether anybody makes boards from images. */
	boolean possible() {
		return !proposers.all().isEmpty();
	}

	/** Looks into the image, and opens <i>New board</i> with what fits it. On the UI thread. */
	void drop(String file) {
		final Path image = Path.of(file);
		final var display = Display.getCurrent();
		Work.start(NLS.bind(Messages.ImageDrop_looking, image.getFileName()), progress -> {
			final var proposal = propose(image, progress.token());
			display.asyncExec(() -> BoardEditing.newBoard(proposal));
		});
	}

	private BoardTemplate propose(Path image, CancelToken cancel) throws BenchException {
		for (final var proposer : proposers.all()) {
			final Optional<BoardTemplate> proposal = proposer.propose(image, cancel);
			if (proposal.isPresent()) {
				return proposal.get();
			}
		}
		throw BenchException.failed(Messages.ImageDrop_none).where(image.toString()).build();
	}
}
