package dev.benchtop.ui.internal.power;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.window.Window;
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
		final var display = PlatformUI.getWorkbench().getDisplay();
		final var open = new AtomicReference<Optional<HandDialog>>(Optional.empty());
		final var done = new CompletableFuture<Boolean>();
		display.asyncExec(() -> {
			if (!done.isDone()) {
				final var dialog = new HandDialog(Errors.shell(), place, request);
				open.set(Optional.of(dialog));
				done.complete(dialog.open() == Window.OK);
			}
		});
		try (var _ = cancel.onCancel(() -> {
			done.complete(false);
			display.asyncExec(() -> open.get().ifPresent(HandDialog::close));
		})) {
			if (!done.get()) {
				throw BenchException.cancelled();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} catch (ExecutionException e) {
			throw BenchException.failed(request).where(place).why(e.getCause()).build();
		}
	}
}
