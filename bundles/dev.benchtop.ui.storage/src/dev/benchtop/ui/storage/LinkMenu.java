package dev.benchtop.ui.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.core.storage.SignedForm;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** <i>Copy link</i>: a signed request for a file that is good for a while, as it is needed. */
final class LinkMenu {

	private static final List<Duration> TIMES = List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(7));
	private static final Map<SignedForm, String> LABELS = Map.of(SignedForm.URL, Messages.LinkMenu_url, SignedForm.CURL, Messages.LinkMenu_curl, SignedForm.WGET,
			Messages.LinkMenu_wget, SignedForm.UBOOT, Messages.LinkMenu_uboot);

	private final StorageRoom room;

	LinkMenu(StorageRoom room) {
		this.room = room;
	}

	void fill(IMenuManager menu, Chosen chosen) {
		final Optional<String> reason = chosen.notOneFile().or(() -> chosen.cannot(Ability.PRESIGN_READ));
		if (reason.isPresent()) {
			menu.add(new StorageAction(Messages.LinkMenu_label, "link", "", _ -> reason, _ -> { }).item(chosen)); //$NON-NLS-1$ //$NON-NLS-2$
			return;
		}
		final var sub = new MenuManager(Messages.LinkMenu_label, new StorageAction("", "link", "", _ -> reason, _ -> { }).image(), null); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		for (final var form : SignedForm.values()) {
			final var times = new MenuManager(LABELS.get(form));
			for (final var time : TIMES) {
				times.add(item(chosen.first().place(), form, time));
			}
			sub.add(times);
		}
		menu.add(sub);
	}

	private Action item(Place place, SignedForm form, Duration time) {
		return new Action(words(time)) {
			@Override
			public void run() {
				copy(place, form, time);
			}
		};
	}

	private void copy(Place place, SignedForm form, Duration time) {
		Work.quietly(NLS.bind(Messages.LinkMenu_signing, place.name()), _ -> {
			final var storage = room.storage(place);
			final var presigner = storage.presigner().orElseThrow(() -> BenchException.failed(Messages.LinkMenu_failed).where(place.text())
					.why(storage.abilities().whyNot(Ability.PRESIGN_READ).orElse(Messages.LinkMenu_failed)).build());
			final String text = form.render(presigner.presign(room.locate(place).path(), Presigner.Operation.READ, time), place.name());
			room.display().asyncExec(() -> CommandLine.copy(text, Errors.shell()));
		});
	}

	static String words(Duration time) {
		return time.toHours() == 0 ? NLS.bind(Messages.LinkMenu_minutes, time.toMinutes()) : time.toHours() == 1 ? Messages.LinkMenu_hour
				: time.toDays() == 0 ? NLS.bind(Messages.LinkMenu_hours, time.toHours()) : time.toDays() == 1 ? Messages.LinkMenu_day
						: NLS.bind(Messages.LinkMenu_days, time.toDays());
	}
}
