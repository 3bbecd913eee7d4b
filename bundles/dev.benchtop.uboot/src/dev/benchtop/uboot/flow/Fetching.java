package dev.benchtop.uboot.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Secret;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;

/** How the booted system fetches from a URL: with curl, or with a wget. */
final class Fetching {

	private static final String CERTIFICATES = "/tmp/bt-ca"; //$NON-NLS-1$

	private final Session session;
	private final UbootFlasherConfig config;
	private final Serving serving;
	private final Path folder;
	private boolean curl;
	private List<String> headers = List.of();
	private boolean certificates;

	/** {@code folder} is for what is served. */
	Fetching(Session session, UbootFlasherConfig config, Serving serving, Path folder) {
		this.session = session;
		this.config = config;
		this.serving = serving;
		this.folder = folder;
	}

	/** Finds out what the system has. */
	void prepare() throws BenchException {
		final Shell shell = session.shell();
		curl = shell.has("curl"); //$NON-NLS-1$
		if (!curl && !shell.has("wget")) { //$NON-NLS-1$
			throw session.settled(BenchException.failed(Messages.Fetching_noTool).next(Messages.Fetching_noToolNext).build());
		}
	}

	/** Gives the system what the owner of a URL asks for. {@code fls} says whether that tool fetches, which checks certificates itself. */
	void authenticate(String url, boolean fls) throws BenchException {
		final Shell shell = session.shell();
		final boolean tls = url.startsWith("https:"); //$NON-NLS-1$
		if (tls && !curl && !fls && !config.insecureTls()) {
			throw session.settled(BenchException.failed(Messages.Fetching_noTls).next(Messages.Fetching_noTlsNext).build());
		}
		certificates = tls && config.cacert() != null;
		if (certificates) {
			download("certificates", config.cacert(), CERTIFICATES); //$NON-NLS-1$
		}
		headers = new ArrayList<>();
		for (final Map.Entry<String, Secret> header : Headers.all(config).entrySet()) {
			final String file = "/tmp/bt-h" + headers.size(); //$NON-NLS-1$
			shell.keep(new Secret(header.getKey() + ": " + header.getValue().reveal()), file); //$NON-NLS-1$
			headers.add(file);
		}
	}

	/** The command that gives what lies at a URL of this machine's. */
	String own(String url) throws BenchException {
		return (curl ? "curl -fsSL " : "wget -q -O - ") + Quoting.shell(url); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The command that gives what lies at anybody's URL. */
	String foreign(String url) throws BenchException {
		final String command = curl ? "curl -fsSL --connect-timeout 30" + options(" -k", " -H") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				: "wget -q -O -" + options(" --no-check-certificate", " --header"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return command + ' ' + Quoting.shell(url);
	}

	/** The command by which fls takes what lies at a URL; the disk follows. */
	String fls(String url) throws BenchException {
		return "fls from-url -i 1.0 -n" + options(" -k", " -H") + " --o-direct " + Quoting.shell(url); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private String options(String insecure, String header) {
		final var options = new StringBuilder(config.insecureTls() ? insecure : ""); //$NON-NLS-1$
		if (certificates) {
			options.append(" --cacert ").append(CERTIFICATES); //$NON-NLS-1$
		}
		headers.forEach(file -> options.append(header).append(" \"$(cat ").append(file).append(")\"")); //$NON-NLS-1$ //$NON-NLS-2$
		return options.toString();
	}

	/** Puts a text into a file of the system. */
	void download(String name, String text, String file) throws BenchException {
		try {
			final Path local = PrivateFiles.folder(folder).resolve(name);
			Files.writeString(local, text);
			download(name, local, file);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Fetching_noRoom).where(folder.toString()).why(e).build();
		}
	}

	private void download(String name, Path local, String file) throws BenchException {
		serving.start("http", false); //$NON-NLS-1$
		final String url = serving.publish("http", false, name, local); //$NON-NLS-1$
		final var answer = session.shell().run(own(url) + " > " + Quoting.shell(file)); //$NON-NLS-1$
		if (!answer.succeeded()) {
			throw Meaning.of(Messages.Fetching_failed, answer.output(), Messages.Fetching_failedNext);
		}
	}
}
