package dev.benchtop.ui.storage;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Brings views to the front. */
final class Views {

	private static final String OVERVIEW = "dev.benchtop.ui.overview"; //$NON-NLS-1$

	private Views() {
	}

	/** Where a bench is trusted. */
	static void showOverview() {
		show(OVERVIEW);
	}

	static Optional<IViewPart> show(String id) {
		try {
			return Optional.of(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(id));
		} catch (PartInitException e) {
			ILog.of(Views.class).error(e.getMessage(), e);
			return Optional.empty();
		}
	}

	/** The browser of the Storage view, where that is open. */
	static Optional<Browser> browser() {
		final var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		final var view = window == null || window.getActivePage() == null ? null : window.getActivePage().findView(StorageView.ID);
		return view == null ? Optional.empty() : Optional.ofNullable(view.getSite().getService(MPart.class))
				.map(part -> (Browser) part.getTransientData().get(Browser.class.getName())).filter(browser -> !browser.isDisposed());
	}
}
