package dev.benchtop.ui.console;

import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainerElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Node;

/** Opens the tabs of consoles. On the UI thread. */
final class ConsoleTabs {

	private ConsoleTabs() {
	}

	/** Opens the tab of a console, or brings it to the front. */
	static void open(Node node) {
		open(ConsoleAddress.of(node.ref().orElse(node)));
	}

	/** Opens a tab, or brings it to the front. */
	static void open(ConsoleAddress address) {
		try {
			page().showView(ConsoleView.ID, address.toString(), IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			ILog.of(ConsoleTabs.class).error(e.getMessage(), e);
		}
	}

	/** Opens one more tab of a console, beside the one that is there. */
	static void openAnother(ConsoleAddress address) {
		int number = 2;
		while (isOpen(address.tab(number))) {
			number++;
		}
		open(address.tab(number));
		putBeside(address, address.tab(number));
	}

	private static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	}

	private static boolean isOpen(ConsoleAddress address) {
		return Stream.of(page().getViewReferences()).anyMatch(view -> view.getId().equals(ConsoleView.ID) && address.toString().equals(view.getSecondaryId()));
	}

	/** Takes the new tab out of the stack of the other, to the right of it. */
	private static void putBeside(ConsoleAddress there, ConsoleAddress next) {
		final var service = PlatformUI.getWorkbench().getService(EModelService.class);
		final var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(MWindow.class);
		final MPart one = service.findElements(window, ConsoleView.ID + ':' + there, MPart.class).stream().findFirst().orElse(null);
		final MPart other = service.findElements(window, ConsoleView.ID + ':' + next, MPart.class).stream().findFirst().orElse(null);
		if (one != null && other != null) {
			final MUIElement moved = other.getCurSharedRef() == null ? other : other.getCurSharedRef();
			final MUIElement stay = one.getCurSharedRef() == null ? one : one.getCurSharedRef();
			if (moved.getParent() == stay.getParent()) {
				beside(service, moved, stay);
			}
		}
	}

	private static void beside(EModelService service, MUIElement moved, MUIElement stay) {
		final var stack = service.createModelElement(MPartStack.class);
		final var from = stay.getParent();
		from.getChildren().remove(moved);
		stack.getChildren().add((MStackElement) moved);
		stack.setSelectedElement((MStackElement) moved);
		service.insert(stack, (MPartSashContainerElement) from, EModelService.RIGHT_OF, 0.5f);
	}
}
