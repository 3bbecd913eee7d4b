package dev.benchtop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** The driver type {@code shell}: a board whose commands run on this machine. */
public final class FakeShell implements DriverFactory<FakeShell.Config>, RemoteShell {

	public record Config() {
	}

	@Override
	public String type() {
		return "shell";
	}

	@Override
	public Class<Config> configType() {
		return Config.class;
	}

	@Override
	public NodeShape describe(Config config) {
		return NodeShape.of(RemoteShell.class);
	}

	@Override
	public Driver create(DriverContext context, Config config) {
		return Driver.of(this);
	}

	@Override
	public Running start(Optional<String> command, Optional<Terminal> terminal, CancelToken cancel) throws BenchException {
		try {
			final var line = command.map(words -> List.of("/bin/sh", "-c", words)).orElse(List.of("/bin/sh"));
			final var process = new ProcessBuilder(line).redirectErrorStream(terminal.isPresent()).start();
			return new Local(process);
		} catch (IOException e) {
			throw BenchException.failed("no shell").why(e).build();
		}
	}

	@Override
	public List<String> client(Path keys) {
		return List.of("/bin/sh", "-c", "exit 9");
	}

	private record Local(Process process) implements Running {

		@Override
		public OutputStream input() {
			return process.getOutputStream();
		}

		@Override
		public InputStream output() {
			return process.getInputStream();
		}

		@Override
		public InputStream errors() {
			return process.getErrorStream();
		}

		@Override
		public void resize(int columns, int rows) {
			// it has no terminal
		}

		@Override
		public int await(CancelToken cancel) throws BenchException {
			try (var _ = cancel.onCancel(process::destroyForcibly)) {
				final int code = process.waitFor();
				cancel.check();
				return code;
			} catch (InterruptedException e) {
				throw BenchException.cancelled();
			}
		}

		@Override
		public void close() {
			process.destroyForcibly();
		}
	}
}
