package dev.benchtop.ui.internal.boards;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.internal.CommandIds;
import dev.benchtop.ui.internal.Homes;
import dev.benchtop.ui.internal.Samples;

/** Where there is no board yet: the ways to get one. */
final class WelcomePage implements Page {

	private static final int WIDTH = 660;
	private static final int LOGO = 64;
	private static final int RECENT = 5;

	private final BenchSession session;
	private final Optional<Bench> bench;
	private final List<Path> recent;

	WelcomePage(BenchSession session, Optional<Bench> bench) {
		this.session = session;
		this.bench = bench;
		this.recent = session.recent().stream().filter(folder -> bench.filter(open -> open.folder().equals(folder)).isEmpty()).limit(RECENT).toList();
	}

	@Override
	public Object key() {
		return List.of("welcome", bench.map(Bench::folder), recent); //$NON-NLS-1$
	}

	@Override
	public String title() {
		return Messages.WelcomePage_tab;
	}

	@Override
	public void create(Composite parent) {
		GridLayoutFactory.fillDefaults().margins(24, 24).applyTo(parent);
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(page);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(page);
		final var logo = new Label(page, SWT.NONE);
		logo.setImage(Icons.image("benchtop-" + LOGO)); //$NON-NLS-1$
		PageParts.title(page, bench.isEmpty() ? Messages.WelcomePage_title : NLS.bind(Messages.WelcomePage_emptyTitle, bench.get().folder().getFileName()));
		PageParts.quiet(page, bench.isEmpty() ? Messages.WelcomePage_text
				: NLS.bind(Messages.WelcomePage_emptyText, Homes.shorten(bench.get().folder())));
		final var ways = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 12).spacing(16, 14).applyTo(ways);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(ways);
		if (bench.isPresent()) {
			way(ways, "new-board", Messages.WelcomePage_newBoard, Messages.WelcomePage_newBoardText, () -> execute(CommandIds.NEW_BOARD)); //$NON-NLS-1$
		}
		Samples.bench().filter(folder -> bench.filter(open -> open.folder().equals(folder)).isEmpty()).ifPresent(folder -> way(ways, "template", //$NON-NLS-1$
				Messages.WelcomePage_sample, Messages.WelcomePage_sampleText, () -> session.open(folder)));
		way(ways, "open-bench", Messages.WelcomePage_open, Messages.WelcomePage_openText, () -> execute(CommandIds.OPEN_BENCH)); //$NON-NLS-1$
		if (bench.isEmpty()) {
			way(ways, "new-board", Messages.WelcomePage_newBoard, Messages.WelcomePage_newBoardFirstText, () -> execute(CommandIds.NEW_BOARD)); //$NON-NLS-1$
		}
		way(ways, "import", Messages.WelcomePage_import, Messages.WelcomePage_importText, () -> execute(CommandIds.IMPORT)); //$NON-NLS-1$
		if (!recent.isEmpty()) {
			recent(page);
		}
	}

	private void recent(Composite page) {
		PageParts.heading(page, Messages.WelcomePage_recent);
		for (final var folder : recent) {
			final var link = new Link(page, SWT.NONE);
			link.setText("<a>" + Homes.shorten(folder) + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
			link.addListener(SWT.Selection, _ -> session.open(folder));
		}
	}

	private static void way(Composite parent, String icon, String label, String text, Runnable action) {
		final var button = new Button(parent, SWT.PUSH | SWT.LEFT);
		button.setText(' ' + label);
		button.setImage(Icons.image(icon));
		button.addListener(SWT.Selection, _ -> action.run());
		GridDataFactory.fillDefaults().hint(290, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(button);
		final var words = PageParts.quiet(parent, text);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(words);
	}

	private static void execute(String command) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			ILog.of(WelcomePage.class).error(e.getMessage(), e);
		}
	}
}
