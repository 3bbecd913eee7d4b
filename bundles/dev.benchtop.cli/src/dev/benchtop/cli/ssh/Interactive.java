package dev.benchtop.cli.ssh;

import java.io.IOException;
import java.io.InputStream;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.RemoteShell.Running;
import dev.benchtop.core.spi.CliContext;
import sun.misc.Signal;

/** A command on a board at the user's terminal, which is raw. */
final class Interactive {

	private static final int CHUNK = 4096;
	/** As ssh ends where it has no exit code of the command. */
	private static final int LEFT = 255;

	private final Running running;
	private final CliContext context;
	private volatile boolean left;

	Interactive(Running running, CliContext context) {
		this.running = running;
		this.context = context;
	}

	/** Returns its exit code when it has ended, or the user has left. */
	int run() throws BenchException {
		final var before = Signal.handle(new Signal("WINCH"), _ -> Thread.ofVirtual().start(this::resize)); //$NON-NLS-1$
		try {
			final var saying = Pump.start("output", running.output(), context.out()); //$NON-NLS-1$
			Thread.ofPlatform().daemon().name("benchtop ssh keyboard").start(this::type); //$NON-NLS-1$
			final int code = running.await(context.token());
			saying.await();
			return code;
		} catch (BenchException e) {
			if (left) {
				return LEFT;
			}
			throw e;
		} finally {
			Signal.handle(new Signal("WINCH"), before); //$NON-NLS-1$
		}
	}

	private void resize() {
		final var size = WindowSize.now();
		running.resize(size.columns(), size.rows());
	}

	private void type() {
		final var keys = new LeaveKeys();
		final var chunk = new byte[CHUNK];
		try (InputStream in = context.in()) {
			for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
				final byte[] typed = keys.type(chunk, length);
				running.input().write(typed);
				running.input().flush();
				if (keys.left()) {
					left = true;
					running.close();
					return;
				}
			}
			running.input().close();
		} catch (IOException e) {
			System.getLogger(Interactive.class.getName()).log(System.Logger.Level.DEBUG, "the shell has ended", e); //$NON-NLS-1$
		}
	}
}
