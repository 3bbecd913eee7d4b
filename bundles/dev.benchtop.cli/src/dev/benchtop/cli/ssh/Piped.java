package dev.benchtop.cli.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.RemoteShell.Running;
import dev.benchtop.core.spi.CliContext;

/** A command on a board with the three streams of this process. */
final class Piped {

	private final Running running;
	private final CliContext context;

	Piped(Running running, CliContext context) {
		this.running = running;
		this.context = context;
	}

	/** Returns its exit code when it has ended and all that it said is printed. */
	int run() throws BenchException {
		final int code = run(context.out(), context.err());
		context.out().flush();
		return code;
	}

	/** As {@link #run}, with all that it said in one JSON value. */
	int runAsJson() throws BenchException {
		final var output = new ByteArrayOutputStream();
		final var errors = new ByteArrayOutputStream();
		final int code = run(output, errors);
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("exitCode", code); //$NON-NLS-1$
		result.put("output", output.toString(StandardCharsets.UTF_8)); //$NON-NLS-1$
		result.put("errors", errors.toString(StandardCharsets.UTF_8)); //$NON-NLS-1$
		context.json(result);
		return code;
	}

	private int run(OutputStream output, OutputStream errors) throws BenchException {
		try (var _ = context.token().onCancel(running::close)) {
			final var saying = Pump.start("output", running.output(), output); //$NON-NLS-1$
			final var complaining = Pump.start("errors", running.errors(), errors); //$NON-NLS-1$
			Thread.ofPlatform().daemon().name("benchtop ssh input").start(this::type); //$NON-NLS-1$
			final int code = running.await(context.token());
			saying.await();
			complaining.await();
			return code;
		}
	}

	private void type() {
		try (InputStream in = context.in(); OutputStream input = running.input()) {
			in.transferTo(input);
		} catch (IOException e) {
			System.getLogger(Piped.class.getName()).log(System.Logger.Level.DEBUG, "the command wants no more input", e); //$NON-NLS-1$
		}
	}
}
