package dev.benchtop.ui.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.storage.Existing;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.TransferOptions;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** Files and folders that are to come into a folder: asks about those that are there already, and queues the transfers. */
final class Arrival {

	private static final int REPLACE = 0;
	private static final int SKIP = 1;
	private static final int MOST_NAMES = 5;

	private record Job(Location from, Location to, boolean there) {
	}

	private final StorageRoom room;
	private final Place folder;
	private final boolean move;

	Arrival(StorageRoom room, Place folder, boolean move) {
		this.room = room;
		this.folder = folder;
		this.move = move;
	}

	/** Begins, with sources as a user writes them: {@code STORAGE:path}, local paths, URLs. On the UI thread. */
	void of(List<String> sources) {
		Work.quietly(NLS.bind(Messages.Arrival_looking, folder.name()), progress -> {
			final var into = room.locate(folder);
			final List<Job> jobs = new ArrayList<>();
			for (final String source : sources) {
				progress.token().check();
				job(source, into).ifPresent(jobs::add);
			}
			if (jobs.stream().anyMatch(Job::there)) {
				room.display().asyncExec(() -> ask(jobs));
			} else {
				queue(jobs, Existing.FAIL);
			}
		});
	}

	private Optional<Job> job(String source, Location into) throws BenchException {
		final var from = room.locate(source);
		final Path last = from.path().getFileName();
		final String name = last == null ? Place.parse(from.text()).name() : last.toString();
		Location to = into.resolve(name);
		if (folder.isWithin(Place.parse(from.text())) && Files.isDirectory(from.path())) {
			throw BenchException.usage(NLS.bind(Messages.Arrival_intoItself, name)).where(folder.text()).build();
		}
		if (to.text().equals(from.text())) {
			if (move) {
				return Optional.empty();
			}
			to = into.resolve(freeName(into.path(), name));
		}
		return Optional.of(new Job(from, to, Files.exists(to.path())));
	}

	/** {@code disk (copy).img}, with a number where that is there too. */
	private static String freeName(Path folder, String name) {
		final int dot = name.indexOf('.', 1);
		final String stem = dot < 0 ? name : name.substring(0, dot);
		final String end = dot < 0 ? "" : name.substring(dot); //$NON-NLS-1$
		String candidate = NLS.bind(Messages.Arrival_copyName, stem) + end;
		for (int number = 2; Files.exists(folder.resolve(candidate)); number++) {
			candidate = NLS.bind(Messages.Arrival_copyNumberName, stem, number) + end;
		}
		return candidate;
	}

	private void ask(List<Job> jobs) {
		final var there = jobs.stream().filter(Job::there).map(job -> Place.parse(job.to().text()).name()).toList();
		final String names = there.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + (there.size() > MOST_NAMES ? ", \u2026" : ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final String question = there.size() == 1 ? NLS.bind(Messages.Arrival_oneThere, names, folder.text())
				: NLS.bind(Messages.Arrival_severalThere, new Object[] {there.size(), folder.text(), names});
		final int choice = MessageDialog.open(MessageDialog.QUESTION, Errors.shell(), Messages.Arrival_title, question, SWT.NONE, Messages.Arrival_replace,
				Messages.Arrival_skip, Messages.Arrival_cancel);
		if (choice == REPLACE || choice == SKIP) {
			Work.quietly(Messages.Transfers_opening, _ -> queue(jobs, choice == REPLACE ? Existing.REPLACE : Existing.SKIP));
		}
	}

	private void queue(List<Job> jobs, Existing existing) throws BenchException {
		final var queue = room.transfers().open();
		final var options = (move ? TransferOptions.MOVE : TransferOptions.COPY).existing(existing);
		jobs.forEach(job -> queue.add(job.from(), job.to(), options));
	}
}
