package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** <i>New board</i>: a template, then its form. */
final class NewBoardWizard extends Wizard {

	private final Path folder;
	private final TemplatePage templates;
	private final BoardFormPage form;

	NewBoardWizard(Path folder) {
		this.folder = folder;
		final var registry = PlatformUI.getWorkbench().getService(DriverRegistry.class);
		templates = new TemplatePage(Template.all(registry));
		form = new BoardFormPage(folder, templates, registry);
		setWindowTitle(Messages.NewBoardWizard_title);
	}

	@Override
	public void addPages() {
		addPage(templates);
		addPage(form);
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == form && form.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		final String name = form.name();
		final String text = form.text();
		try {
			form.storeSecrets();
			BenchEditor.create(folder, name, text);
		} catch (BenchException e) {
			Errors.show(e);
			return false;
		}
		Work.quietly(Messages.BoardEditing_refreshing, _ -> created(name));
		return true;
	}

	private static void created(String name) throws BenchException {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		if (session.bench().isPresent()) {
			final var bench = session.bench().get();
			final boolean first = bench.boards().isEmpty();
			bench.refresh();
			if (first && !bench.trusted() && bench.boards().size() == 1) {
				bench.trust(); // all that stands in it was just written by its user
			}
			bench.findBoard(name).ifPresent(board -> session.select(java.util.List.of(board)));
		}
	}
}
