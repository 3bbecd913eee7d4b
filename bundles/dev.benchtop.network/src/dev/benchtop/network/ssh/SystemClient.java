package dev.benchtop.network.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.driver.DriverContext;

/** The command line of this machine's own SSH client for a board (ssh(1), ssh_config(5)). */
record SystemClient(DriverContext context, SshConfig config, BoardPort port, Path firstKey) {

	private static final String KNOWN_HOSTS = "UserKnownHostsFile"; //$NON-NLS-1$

	List<String> command(Path keys) throws BenchException {
		final var address = port.address();
		if (config.policy(address) == HostKeyPolicy.FIRST) {
			folder(firstKey.getParent());
		}
		final var line = new ArrayList<String>(SshConfig.isSet(config.command()) ? List.of(config.command().strip().split("\\s+")) : List.of("ssh")); //$NON-NLS-1$ //$NON-NLS-2$
		options(address).forEach(option -> line.addAll(List.of("-o", option))); //$NON-NLS-1$
		if (config.identityFile() != null) {
			line.addAll(List.of("-o", file("IdentityFile", context.folder().resolve(config.identityFile())))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (config.identity() != null) {
			line.addAll(List.of("-o", file("IdentityFile", identity(keys)))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		line.addAll(List.of("-p", Integer.toString(address.getPort()), "-l", config.effectiveUser(), address.getHostString())); //$NON-NLS-1$ //$NON-NLS-2$
		return line;
	}

	/** The client cannot be told a fingerprint: where there is one, it asks, or takes what its own known hosts have. */
	private List<String> options(InetSocketAddress address) {
		return switch (SshConfig.isSet(config.hostKey()) ? HostKeyPolicy.KNOWN : config.policy(address)) {
			case ANY -> List.of("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case FIRST -> List.of("StrictHostKeyChecking=accept-new", file(KNOWN_HOSTS, firstKey), "HostKeyAlias=" + context.board(), "HashKnownHosts=no", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					"LogLevel=ERROR"); //$NON-NLS-1$
			case KNOWN -> List.of(file(KNOWN_HOSTS, config.effectiveKnownHosts()));
		};
	}

	/** The client takes what blanks part for several files, and a percent sign for the beginning of a token. */
	private static String file(String option, Path file) {
		return option + "=\"" + file.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + '"'; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
	}

	private Path folder(Path folder) throws BenchException {
		try {
			return PrivateFiles.folder(folder);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.SystemClient_folder, folder)).where(context.place()).why(e).build();
		}
	}

	private Path identity(Path keys) throws BenchException {
		final Path file = folder(keys).resolve("identity"); //$NON-NLS-1$
		try {
			PrivateFiles.replace(file, (config.identity().reveal().strip() + '\n').getBytes(StandardCharsets.UTF_8));
			return file;
		} catch (IOException e) {
			throw BenchException.failed(Messages.SystemClient_identity).where(context.place()).why(e).build();
		}
	}
}
