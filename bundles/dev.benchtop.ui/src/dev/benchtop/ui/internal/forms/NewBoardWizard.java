package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.DropAction;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Services;

/** <i>New board</i>: what it is made from, how it is driven, what it is called. */
final class NewBoardWizard extends Wizard {

	private static final Services<DropAction> DROPS = new Services<>(DropAction.class);

	private final Path folder;
	private final Optional<BoardTemplate> proposal;
	private final WhatPage what;
	private final HowPage how;
	private final NamePage name;

	/** @param proposal with which the wizard begins, on the page after the choice */
	NewBoardWizard(Path folder, Optional<BoardTemplate> proposal) {
		this.folder = folder;
		this.proposal = proposal;
		final var registry = PlatformUI.getWorkbench().getService(DriverRegistry.class);
		final List<BoardTemplate> templates = Template.all(registry);
		what = new WhatPage(Stream.concat(proposal.stream().filter(one -> !templates.contains(one)), templates.stream()).toList(), proposal);
		how = new HowPage(folder, registry, what, this::name, this::text);
		name = new NamePage(folder, new NamePage.DriverPages(what, how));
		setWindowTitle(Messages.NewBoardWizard_title);
	}

	private String name() {
		return name.name();
	}

	private String text() {
		return name.text();
	}

	@Override
	public void addPages() {
		addPage(what);
		addPage(how);
		addPage(name);
	}

	@Override
	public IWizardPage getStartingPage() {
		return proposal.isPresent() ? getNextPage(what) : super.getStartingPage();
	}

	/** A template that is a whole file has no form. */
	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		return page == what && what.chosen() != null && what.chosen().file("x").isPresent() ? name : super.getNextPage(page); //$NON-NLS-1$
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == name && name.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		final var template = what.chosen();
		final String board = name();
		final String text = text();
		try {
			how.storeSecrets();
			BenchEditor.create(folder, board, text);
		} catch (BenchException e) {
			Errors.show(e);
			return false;
		}
		Work.quietly(Messages.BoardEditing_refreshing, _ -> created(board, template.image()));
		return true;
	}

	private static void created(String name, Optional<Path> image) throws BenchException {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		if (session.bench().isPresent()) {
			final var bench = session.bench().get();
			final boolean first = bench.boards().isEmpty();
			bench.refresh();
			if (first && !bench.trusted() && bench.boards().size() == 1) {
				bench.trust(); // all that stands in it was just written by its user
			}
			bench.findBoard(name).ifPresent(board -> {
				session.select(List.of(board));
				image.ifPresent(file -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> flash(board, file)));
			});
		}
	}

	/** As if the image had been dropped on the board. */
	private static void flash(Board board, Path image) {
		final String[] files = { image.toString() };
		DROPS.all().stream().filter(action -> action.accepts(board, files)).findFirst().ifPresent(action -> action.drop(board, files));
	}
}
