package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.Guard;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.flash.FlashSettings.Choice;

/** What the guards of the chosen targets say, and the fields in which the user says what they want. */
final class GuardPart {

	private static final int WIDTH = 420;
	private static final int MOST_HEIGHT = 220;

	/** The fields of one target; null where it does not ask for that. */
	private record Fields(Choice choice, Button unmount, Text name) {

		Consent consent() {
			return choice.target().guard().map(guard -> new Consent(unmount != null && unmount.getSelection(), name == null ? "" : name.getText().strip(), //$NON-NLS-1$
					guard.seen())).orElse(Consent.NONE);
		}

		Optional<String> missing() {
			if (unmount != null && !unmount.getSelection()) {
				return Optional.of(NLS.bind(Messages.GuardPart_unmountMissing, choice.flasher().board().name()));
			}
			final boolean named = name == null || name.getText().strip().equals(choice.target().guard().orElseThrow().name().orElseThrow());
			return named ? Optional.empty() : Optional.of(NLS.bind(Messages.GuardPart_nameMissing, choice.target().guard().orElseThrow().name().orElseThrow()));
		}
	}

	private final ScrolledComposite scroll;
	private final Composite area;
	private final Runnable changed;
	private List<Fields> fields = List.of();

	/** {@code changed} runs whenever the user has said something. */
	GuardPart(Composite parent, Runnable changed) {
		this.scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		this.area = new Composite(scroll, SWT.NONE);
		this.changed = changed;
		scroll.setContent(area);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(area);
	}

	/** In a grid, with what several disks ask in a height that leaves room for the table of targets. */
	Control control() {
		return scroll;
	}

	/** Shows what these targets want. */
	void show(List<Choice> choices) {
		for (final Control child : area.getChildren()) {
			child.dispose();
		}
		final var shown = new ArrayList<Fields>();
		for (final Choice choice : choices) {
			shown.add(choice.target().guard().map(guard -> fields(choice, guard)).orElse(new Fields(choice, null, null)));
		}
		fields = shown;
		final int height = shown.isEmpty() ? 0 : area.computeSize(Math.max(WIDTH, scroll.getClientArea().width), SWT.DEFAULT).y;
		scroll.setMinHeight(height);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, Math.min(height, MOST_HEIGHT)).applyTo(scroll);
		scroll.getParent().layout(true, true);
	}

	private Fields fields(Choice choice, Guard guard) {
		Button unmount = null;
		Text name = null;
		if (!guard.words().isEmpty()) {
			final var icon = new Label(area, SWT.NONE);
			icon.setImage(Icons.image("warning")); //$NON-NLS-1$
			GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
			final var words = new Label(area, SWT.WRAP);
			words.setText(NLS.bind(Messages.GuardPart_words, choice.flasher().board().name(), String.join(" ", guard.words()))); //$NON-NLS-1$
			GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(words);
		}
		if (!guard.mounts().isEmpty()) {
			unmount = new Button(area, SWT.CHECK);
			unmount.setText(NLS.bind(Messages.GuardPart_unmount, String.join(", ", guard.mounts()))); //$NON-NLS-1$
			unmount.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed.run()));
			GridDataFactory.fillDefaults().span(2, 1).applyTo(unmount);
		}
		if (guard.name().isPresent()) {
			final var ask = new Composite(area, SWT.NONE);
			GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(ask);
			GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(ask);
			new Label(ask, SWT.NONE).setText(NLS.bind(Messages.GuardPart_name, guard.name().get()));
			name = new Text(ask, SWT.BORDER);
			name.addModifyListener(_ -> changed.run());
			GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(name);
		}
		return new Fields(choice, unmount, name);
	}

	/** The targets with what the user has said to them by now. */
	List<Choice> choices() {
		return fields.stream().map(field -> new Choice(field.choice().flasher(), field.choice().target(), field.consent())).toList();
	}

	/** What is still to be said; empty where nothing is. */
	Optional<String> missing() {
		return fields.stream().map(Fields::missing).flatMap(Optional::stream).findFirst();
	}
}
