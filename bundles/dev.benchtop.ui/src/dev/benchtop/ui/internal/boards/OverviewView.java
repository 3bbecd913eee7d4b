package dev.benchtop.ui.internal.boards;

import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Nodes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The page of the board that is selected; where there is none yet, the ways to get one; before a bench is trusted, what it would run. */
public final class OverviewView {

	public static final String ID = "dev.benchtop.ui.overview"; //$NON-NLS-1$

	private final BenchSession session;
	private final MPart part;
	private ScrolledComposite scroller;
	private Page page;
	private Object shown;
	private Subscription subscription;

	@Inject
	OverviewView(BenchSession session, MPart part) {
		this.session = session;
		this.part = part;
	}

	@PostConstruct
	void create(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.addListener(SWT.Resize, _ -> fit());
		subscription = session.onChange(this::refresh);
		refresh();
	}

	@Focus
	void focus() {
		scroller.setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
	}

	private void refresh() {
		if (scroller.isDisposed()) {
			return;
		}
		final Page next = choose();
		final Object key = next.key();
		if (!key.equals(shown)) {
			final var old = scroller.getContent();
			final var content = new Composite(scroller, SWT.NONE);
			content.setData("org.eclipse.e4.ui.css.CssClassName", "benchtop-page"); //$NON-NLS-1$ //$NON-NLS-2$
			next.create(content);
			scroller.setContent(content);
			if (old != null) {
				old.dispose();
			}
			page = next;
			shown = key;
			part.setLabel(next.title());
			page.update();
			fit();
		} else if (page.update()) {
			fit();
		}
	}

	private Page choose() {
		final Optional<Bench> bench = session.bench();
		if (bench.isEmpty() || bench.get().boards().isEmpty()) {
			return new WelcomePage(session, bench);
		}
		if (!bench.get().trusted()) {
			return new TrustPage(bench.get());
		}
		return Nodes.boards(session.selection()).stream().findFirst().or(() -> bench.get().boards().stream().findFirst())
				.<Page>map(board -> page(bench.get(), board)).orElseThrow();
	}

	private static Page page(Bench bench, Board board) {
		return new BoardPage(bench, board.name());
	}

	private void fit() {
		final Control content = scroller.getContent();
		if (content instanceof Composite area) {
			area.layout(true, true);
			scroller.setMinSize(content.computeSize(Math.max(200, scroller.getClientArea().width), SWT.DEFAULT));
		}
	}
}
