package dev.benchtop.ui.internal;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.ui.BenchSession;

/** The one window: its title names the bench, its status line says what runs. */
final class BenchtopWindow extends WorkbenchWindowAdvisor {

	private static final Point SIZE = new Point(1280, 820);

	private final BenchSession session = PlatformUI.getWorkbench().getService(BenchSession.class);
	private final CommandStates states = new CommandStates();
	private Subscription subscription;

	BenchtopWindow(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new ActionBarAdvisor(configurer) {
			@Override
			protected void fillStatusLine(org.eclipse.jface.action.IStatusLineManager manager) {
				manager.add(new StatusLine(session, manager));
			}
		};
	}

	@Override
	public void preWindowOpen() {
		final var configurer = getWindowConfigurer();
		configurer.setInitialSize(SIZE);
		configurer.setTitle(BenchtopApplication.productName());
		configurer.setShowCoolBar(true);
		configurer.setShowPerspectiveBar(false);
		configurer.setShowStatusLine(true);
		configurer.setShowProgressIndicator(true);
	}

	@Override
	public void postWindowOpen() {
		subscription = session.onChange(this::changed);
		changed();
	}

	@Override
	public void dispose() {
		if (subscription != null) {
			subscription.close();
		}
	}

	private void changed() {
		final String name = BenchtopApplication.productName();
		final String title = session.bench().map(bench -> NLS.bind(Messages.BenchtopWindow_title, name, bench.folder().getFileName())).orElse(name);
		if (!title.equals(getWindowConfigurer().getTitle())) {
			getWindowConfigurer().setTitle(title);
		}
		states.update();
	}
}
