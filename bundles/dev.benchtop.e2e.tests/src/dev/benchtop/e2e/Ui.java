package dev.benchtop.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The UI thread, and what stands on the screen. */
final class Ui {

	static final Duration SOON = Duration.ofSeconds(60);

	private Ui() {
	}

	static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** Runs something on the UI thread and waits for it. */
	static <T> T call(Callable<T> action) throws Exception {
		final var result = new CompletableFuture<T>();
		display().syncExec(() -> {
			try {
				result.complete(action.call());
			} catch (Throwable e) {
				result.completeExceptionally(e);
			}
		});
		try {
			return result.get();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof Exception cause ? cause : e;
		}
	}

	/** As {@link #call}, without a result; a dialog that blocks goes through {@link #post}. */
	static void run(Action action) throws Exception {
		call(() -> {
			action.run();
			return null;
		});
	}

	/** Runs something on the UI thread, soon; it may block in a dialog. */
	static void post(Runnable action) {
		display().asyncExec(action);
	}

	/** Waits for a condition that is looked at on the UI thread. */
	static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
		Waits.until(what, limit, () -> call(condition), Ui::situation);
	}

	/** Waits for something to be on the screen. */
	static <T> T await(String what, Callable<Optional<T>> search) throws Exception {
		return Waits.forSome(what, SOON, () -> call(search));
	}

	/** The shell with that title. */
	static Shell shell(String title) throws Exception {
		return await("the window " + title, () -> shells().stream().filter(shell -> shell.getText().equals(title)).findFirst());
	}

	static List<Shell> shells() {
		final var shells = new ArrayList<Shell>();
		for (final Shell shell : display().getShells()) {
			if (!shell.isDisposed() && shell.isVisible()) {
				shells.add(shell);
			}
		}
		return shells;
	}

	/** Every control of a type below a composite; on the UI thread. */
	static <T extends Control> List<T> all(Composite within, Class<T> type) {
		final var found = new ArrayList<T>();
		for (final Control child : within.getChildren()) {
			if (type.isInstance(child)) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(all(composite, type));
			}
		}
		return found;
	}

	static <T extends Control> Optional<T> find(Composite within, Class<T> type, Predicate<T> which) {
		return all(within, type).stream().filter(which).findFirst();
	}

	/** Presses a button, by its words without their mnemonic, once it can be pressed. */
	static void press(Shell shell, String label) throws Exception {
		final Button button = await("the button " + label,
				() -> find(shell, Button.class, one -> one.getText().replace("&", "").strip().equals(label) && one.isVisible() && one.isEnabled()));
		post(() -> button.notifyListeners(SWT.Selection, new Event()));
	}

	private static String situation() {
		try {
			return call(() -> "Windows: " + shells().stream().map(shell -> shell.getText() + ' ' + all(shell, org.eclipse.swt.widgets.Label.class).stream()
					.map(org.eclipse.swt.widgets.Label::getText).filter(text -> !text.isBlank()).toList()).toList());
		} catch (Exception e) {
			return e.toString();
		}
	}

	/** Something that may fail. */
	@FunctionalInterface
	interface Action {
		void run() throws Exception;
	}
}
