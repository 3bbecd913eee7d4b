package dev.benchtop.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Words for an address that cannot be had: who has it, which right is missing, or which addresses there are. */
final class BindFailure {

	private static final int PRIVILEGED = 1024;

	private BindFailure() {
	}

	static BenchException of(IOException failure, InetSocketAddress bind, Protocol protocol, String where) {
		final String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
		final int port = bind.getPort();
		final var error = BenchException.failed(NLS.bind(Messages.BindFailure_failed, new Object[] {protocol.label(), Addresses.text(bind)})).where(where);
		if (said.contains("in use")) { //$NON-NLS-1$
			final var holder = PortHolder.of(protocol instanceof TftpProtocol ? "udp" : "tcp", port); //$NON-NLS-1$ //$NON-NLS-2$
			return error.why(NLS.bind(Messages.BindFailure_taken, port, holder.orElse(Messages.BindFailure_someone))).next(Messages.BindFailure_otherPort).build();
		}
		if (said.contains("permission denied") && port < PRIVILEGED) { //$NON-NLS-1$
			return error.why(NLS.bind(Messages.BindFailure_noRight, port))
					.next(NLS.bind(Messages.BindFailure_grant, new Object[] {Integer.toString(port), java(), Integer.toString(port + 6900)})).build();
		}
		if (said.contains("assign")) { //$NON-NLS-1$
			return error.why(NLS.bind(Messages.BindFailure_notOurs, bind.getAddress().getHostAddress()))
					.next(NLS.bind(Messages.Route_ownAddresses, OwnAddresses.words())).build();
		}
		return error.why(failure).build();
	}

	private static String java() {
		return ProcessHandle.current().info().command().orElse("java"); //$NON-NLS-1$
	}
}
