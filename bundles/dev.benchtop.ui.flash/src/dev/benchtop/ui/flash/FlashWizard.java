package dev.benchtop.ui.flash;

import org.eclipse.jface.wizard.Wizard;

/** Asks what is flashed where and how, shows the plan, and starts it. */
final class FlashWizard extends Wizard {

	private final FlashRoom room;
	private final FlashSettings settings;
	private final HowPage how;

	FlashWizard(FlashRoom room, FlashSettings settings) {
		this.room = room;
		this.settings = settings;
		this.how = new HowPage(room, settings);
		setWindowTitle(Messages.FlashWizard_title);
		setHelpAvailable(false);
	}

	@Override
	public void addPages() {
		addPage(new WhatPage(room, settings));
		addPage(new WherePage(room, settings));
		addPage(how);
	}

	/** The plan is seen before it is carried out. */
	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == how && how.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		final var orders = settings.orders();
		RecentImages.add(settings.image());
		getShell().getDisplay().asyncExec(() -> room.start(orders));
		return true;
	}
}
