package dev.benchtop.ui.internal.power;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.Person;
import dev.benchtop.ui.Errors;

/** The person at the window, asked by a dialog. */
@Component
public final class WindowPerson implements Person {

	@Override
	public boolean present() {
		return PlatformUI.isWorkbenchRunning();
	}

	@Override
	public void ask(String place, String request, CancelToken cancel) throws BenchException {
		final var workbench = PlatformUI.getWorkbench();
		final var display = workbench.getDisplay();
		final var done = new CompletableFuture<Boolean>();
		display.asyncExec(() -> {
			if (workbench.isClosing()) {
				done.complete(false);
			} else if (!done.isDone()) {
				open(() -> new HandDialog(Errors.shell(), place, request), done);
			}
		});
		try (var _ = cancel.onCancel(() -> done.complete(false))) {
			if (!answer(done, display)) {
				throw BenchException.cancelled();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} catch (ExecutionException e) {
			throw BenchException.failed(request).where(place).why(e.getCause()).build();
		}
	}

	/** The answer comes when the dialog is gone, however it went; and where it comes otherwise, the dialog goes. */
	private static void open(Supplier<HandDialog> made, CompletableFuture<Boolean> done) {
		try {
			final var dialog = made.get();
			dialog.open();
			final var shell = dialog.getShell();
			shell.addDisposeListener(_ -> done.complete(dialog.getReturnCode() == Window.OK));
			done.thenRun(() -> close(dialog, shell));
		} catch (RuntimeException e) {
			done.completeExceptionally(e);
		}
	}

	private static void close(HandDialog dialog, Shell shell) {
		final var display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!shell.isDisposed()) {
					dialog.close();
				}
			});
		}
	}

	/** Waits for it no longer than there is a window. */
	private static boolean answer(CompletableFuture<Boolean> done, Display display) throws InterruptedException, ExecutionException {
		while (!display.isDisposed()) {
			try {
				return done.get(1, TimeUnit.SECONDS);
			} catch (TimeoutException _) {
				continue;
			}
		}
		return false;
	}
}
