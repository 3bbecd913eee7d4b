package dev.benchtop.ui.internal.boards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Homes;

/** A bench that its user has not trusted yet: what stands in its files, all of it, and the question. Nothing of it was made or run. */
final class TrustPage implements Page {

	private static final int MOST = 64 * 1024;

	private final Bench bench;
	private final String files;

	TrustPage(Bench bench) {
		this.bench = bench;
		final var text = new StringBuilder();
		bench.boards().stream().map(Board::file).distinct().forEach(file -> text.append(content(file)));
		this.files = text.toString();
	}

	@Override
	public Object key() {
		return List.of("trust", bench.folder(), files); //$NON-NLS-1$
	}

	@Override
	public String title() {
		return Messages.TrustPage_tab;
	}

	@Override
	public void create(Composite parent) {
		GridLayoutFactory.fillDefaults().margins(24, 20).spacing(0, 10).applyTo(parent);
		PageParts.title(parent, NLS.bind(Messages.TrustPage_title, bench.folder().getFileName()));
		PageParts.wrapped(parent, NLS.bind(Messages.TrustPage_text, Homes.shorten(bench.folder())));
		final var trust = new Button(parent, SWT.PUSH);
		trust.setText(' ' + Messages.TrustPage_trust);
		trust.setImage(Icons.image("trust")); //$NON-NLS-1$
		trust.addListener(SWT.Selection, _ -> Work.quietly(Messages.TrustPage_trust, _ -> bench.trust()));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(trust);
		PageParts.heading(parent, Messages.TrustPage_files);
		final var text = new Text(parent, SWT.READ_ONLY | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setText(files);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 160).applyTo(text);
		final var line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		CommandLine.create(line, CommandLine.of("trust", bench.folder())); //$NON-NLS-1$
	}

	private static String content(Path file) {
		try (var in = Files.newInputStream(file)) {
			return "# " + file.getFileName() + "\n" + new String(in.readNBytes(MOST), java.nio.charset.StandardCharsets.UTF_8).stripTrailing() + "\n\n"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} catch (IOException e) {
			return "# " + NLS.bind(Messages.TrustPage_unreadable, file.getFileName(), e.getMessage()) + "\n\n"; //$NON-NLS-1$ //$NON-NLS-2$
		}
	}
}
