package dev.benchtop.ui.internal;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import dev.benchtop.ui.BenchSession;

/** The workbench: one window that comes back as it was left, and nothing of the platform that leads nowhere. */
final class BenchtopWorkbench extends WorkbenchAdvisor {

	private static final String OWN_PAGES = "dev.benchtop."; //$NON-NLS-1$

	private final Arguments arguments;

	BenchtopWorkbench(Arguments arguments) {
		this.arguments = arguments;
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return BenchtopPerspective.ID;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new BenchtopWindow(configurer);
	}

	@Override
	public void postStartup() {
		keepOwnPages(PlatformUI.getWorkbench().getPreferenceManager());
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		arguments.bench().or(() -> session.recent().stream().findFirst()).ifPresent(session::open);
	}

	@Override
	public boolean preShutdown() {
		final var workbench = PlatformUI.getWorkbench();
		final var window = workbench.getActiveWorkbenchWindow();
		return window == null || new Quitting(workbench.getService(BenchSession.class)).mayQuit(window.getShell());
	}

	private static void keepOwnPages(PreferenceManager manager) {
		for (final IPreferenceNode root : manager.getRootSubNodes()) {
			if (!root.getId().startsWith(OWN_PAGES)) {
				manager.remove(root);
			}
		}
	}
}
