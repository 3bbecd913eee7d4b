package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A real shell on a pseudo terminal: echo, prompt and line editing are those of a board's console. */
final class ShellDevice implements LineTransport {

	private final String shell;

	ShellDevice(String shell) {
		this.shell = shell;
	}

	@Override
	public Connection open() throws IOException {
		final var builder = new ProcessBuilder("script", "-qfc", shell, "/dev/null").redirectErrorStream(true);
		builder.environment().put("PS1", "board # ");
		builder.environment().put("LC_ALL", "C");
		final Process process = builder.start();
		return new Connection() {
			@Override
			public InputStream input() {
				return process.getInputStream();
			}

			@Override
			public OutputStream output() {
				return process.getOutputStream();
			}

			@Override
			public void close() {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
			}
		};
	}

	@Override
	public String detail() {
		return shell;
	}
}
