package dev.benchtop.ui.internal;

import java.util.Optional;
import java.util.Set;

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

	private static final Set<String> FOREIGN_PAGES_KEPT = Set.of("org.eclipse.ui.preferencePages.Keys"); //$NON-NLS-1$
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
		final var keys = FOREIGN_PAGES_KEPT.stream().map(id -> find(manager, id)).flatMap(Optional::stream).toList();
		for (final IPreferenceNode root : manager.getRootSubNodes()) {
			if (!root.getId().startsWith(OWN_PAGES)) {
				manager.remove(root);
			}
		}
		keys.forEach(manager::addToRoot);
	}

	private static Optional<IPreferenceNode> find(PreferenceManager manager, String id) {
		return manager.getElements(PreferenceManager.PRE_ORDER).stream().map(IPreferenceNode.class::cast).filter(node -> node.getId().equals(id))
				.findFirst();
	}
}
