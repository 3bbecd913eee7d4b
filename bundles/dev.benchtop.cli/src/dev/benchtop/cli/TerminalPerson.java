package dev.benchtop.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.Person;

/** The person at the terminal. */
final class TerminalPerson implements Person {

	private final CommandIo io;

	TerminalPerson(CommandIo io) {
		this.io = io;
	}

	@Override
	public boolean present() {
		return io.interactive();
	}

	/** Enter says that it is done; the end of the input, as Ctrl-C, that it is not. */
	@Override
	public void ask(String place, String request, CancelToken cancel) throws BenchException {
		io.err().println(NLS.bind(Messages.TerminalPerson_request, place, request));
		io.err().print(Messages.TerminalPerson_done);
		io.err().flush();
		final var done = new CompletableFuture<Boolean>();
		Thread.ofPlatform().name("Waiting for Enter").daemon().start(() -> { //$NON-NLS-1$
			try {
				done.complete(line());
			} catch (IOException e) {
				done.completeExceptionally(e);
			}
		});
		try (var _ = cancel.onCancel(() -> done.complete(false))) {
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

	private boolean line() throws IOException {
		int next = io.in().read();
		while (next != '\n' && next != -1) {
			next = io.in().read();
		}
		return next == '\n';
	}
}
