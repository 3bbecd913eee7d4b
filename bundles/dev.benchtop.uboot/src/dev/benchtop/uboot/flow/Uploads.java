package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.payload.BoardScripts;

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

	/**
	 * The script that sends the first {@code length} bytes of a disk as a file. A netcat that gives its connection to a program is the quickest:
	 * dd then writes into it in large blocks.
	 */
	String script(Shell shell, String disk, String file, long length) throws BenchException {
		final InetSocketAddress here = serving.seen(Serving.UPLOADS, false);
		final String address = here.getAddress().getHostAddress();
		final String host = address + ':' + here.getPort();
		final String read = BoardScripts.all(disk, length);
		if (!shell.has("nc")) { //$NON-NLS-1$
			return checked("{\n" + read + "} | curl -fsS -i -T - " + Quoting.shell("http://" + host + '/' + file) + " > /tmp/bt-answer"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		}
		final String send = "printf 'PUT /%s HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n'\n%s".formatted(file, host, length, read); //$NON-NLS-1$
		final String connect = "nc %s %d".formatted(address, here.getPort()); //$NON-NLS-1$
		if (shell.run("nc --help 2>&1 | grep -q -e '-e PROG'").succeeded()) { //$NON-NLS-1$
			return checked("cat > /tmp/bt-send <<'END'\n" + send + "cat > /tmp/bt-answer\nEND\n" + connect + " -e sh /tmp/bt-send"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return checked("{\n" + send + "} | " + connect + " > /tmp/bt-answer"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String checked(String send) {
		return "exec 3>&1\n" + send + "\ngrep -q '^HTTP/1.1 20' /tmp/bt-answer || { cat /tmp/bt-answer; exit 9; }\n"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
