package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;

/** Takes what a board sends by HTTP. */
final class Uploads {

	private final Serving serving;
	private final Path folder;

	/** {@code scratch} is where a folder for it is made. */
	Uploads(Serving serving, Path scratch) {
		this.serving = serving;
		this.folder = scratch.resolve("came"); //$NON-NLS-1$
	}

	/** Where it lies. */
	Path folder() {
		return folder;
	}

	void start() throws BenchException {
		try {
			Files.createDirectories(folder);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Fetching_noRoom).where(folder.toString()).why(e).build();
		}
		serving.startUploads(folder);
	}

	/** The script that sends a stream of {@code length} bytes as a file, and prints its SHA-256. */
	String script(Shell shell, String read, String file, long length) throws BenchException {
		final InetSocketAddress here = serving.seen(Serving.UPLOADS, false);
		final String host = here.getAddress().getHostAddress() + ':' + here.getPort();
		final String send;
		if (shell.has("nc")) { //$NON-NLS-1$
			send = "{ printf 'PUT /%s HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n'; cat; } | nc %s %d > /tmp/bt-answer" //$NON-NLS-1$
					.formatted(file, host, length, here.getAddress().getHostAddress(), here.getPort());
		} else {
			send = "curl -fsS -i -T - " + Quoting.shell("http://" + host + '/' + file) + " > /tmp/bt-answer"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return """
				rm -f /tmp/bt-pipe; mkfifo /tmp/bt-pipe
				sha256sum < /tmp/bt-pipe > /tmp/bt-sum &
				%s | tee /tmp/bt-pipe | %s
				wait
				grep -q '^HTTP/1.1 20' /tmp/bt-answer || { cat /tmp/bt-answer; exit 9; }
				cat /tmp/bt-sum
				""".formatted(read, send); //$NON-NLS-1$
	}
}
