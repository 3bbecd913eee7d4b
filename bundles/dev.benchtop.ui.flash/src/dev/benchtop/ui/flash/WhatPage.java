package dev.benchtop.ui.flash;

import java.nio.file.Path;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.ui.Work;

/** Which image, with what was found in it. */
final class WhatPage extends WizardPage {

	private static final int TYPING_PAUSE = 250;

	private final FlashRoom room;
	private final FlashSettings settings;
	private Combo image;
	private ImageFacts facts;
	private CancelToken looking = CancelToken.none();

	WhatPage(FlashRoom room, FlashSettings settings) {
		super("what", Messages.WhatPage_title, null); //$NON-NLS-1$
		this.room = room;
		this.settings = settings;
		setDescription(Messages.WhatPage_description);
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 10).applyTo(page);
		new Label(page, SWT.NONE).setText(Messages.WhatPage_image);
		image = new Combo(page, SWT.DROP_DOWN);
		image.setItems(RecentImages.list().toArray(String[]::new));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(300, SWT.DEFAULT).applyTo(image);
		final var browse = new Button(page, SWT.PUSH);
		browse.setText(Messages.WhatPage_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> browse()));
		facts = new ImageFacts(page);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(facts);
		accept(page);
		image.addModifyListener(_ -> chosen());
		image.setText(settings.image());
		if (settings.image().isEmpty()) {
			setMessage(Messages.WhatPage_choose);
		}
		setControl(page);
	}

	@Override
	public void dispose() {
		looking.cancel();
		super.dispose();
	}

	private void browse() {
		final var dialog = new FileDialog(getShell(), SWT.OPEN);
		final String chosen = dialog.open();
		if (chosen != null) {
			image.setText(chosen);
		}
	}

	private void chosen() {
		looking.cancel();
		settings.image(image.getText().strip());
		setPageComplete(false);
		setErrorMessage(null);
		facts.clear();
		if (settings.image().isEmpty()) {
			setMessage(Messages.WhatPage_choose);
			return;
		}
		setMessage(Messages.WhatPage_looking);
		final var token = new CancelToken();
		looking = token;
		final String text = settings.image();
		image.getDisplay().timerExec(TYPING_PAUSE, () -> {
			if (!token.isCancelled()) {
				Work.quietly(Messages.WhatPage_looking, _ -> look(text, token));
			}
		});
	}

	private void look(String text, CancelToken token) {
		try {
			final Path path = room.image(text);
			final ImageInfo info = room.imaging().inspect(path, token);
			onPage(token, () -> found(path, info));
		} catch (BenchException e) {
			onPage(token, () -> {
				setMessage(null);
				setErrorMessage(e.what() + e.why().map(why -> ": " + why).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
			});
		}
	}

	private void found(Path path, ImageInfo info) {
		settings.found(path, info);
		facts.show(info);
		setMessage(null);
		setErrorMessage(info.refusal().map(refusal -> refusal.reason() + ". " + refusal.next()).orElse(null)); //$NON-NLS-1$
		setPageComplete(info.refusal().isEmpty());
	}

	private void onPage(CancelToken token, Runnable action) {
		final var display = room.display();
		display.asyncExec(() -> {
			if (!token.isCancelled() && !image.isDisposed()) {
				action.run();
			}
		});
	}

	private void accept(Control control) {
		final var drop = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
		drop.setTransfer(new Transfer[] {FileTransfer.getInstance()});
		drop.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] files && files.length > 0) {
					image.setText(files[0]);
				}
			}
		});
	}
}
