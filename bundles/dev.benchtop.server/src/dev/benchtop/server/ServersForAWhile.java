package dev.benchtop.server;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.server.http.Access;
import dev.benchtop.server.http.HttpSettings;
import dev.benchtop.server.tftp.TftpSettings;

/** Makes servers that belong to no board. */
@Component
public final class ServersForAWhile implements FileServers {

	private static final long QUOTA = 4L << 30;
	private static final String TFTP = "tftp"; //$NON-NLS-1$
	private static final String HTTP = "http"; //$NON-NLS-1$

	@Override
	public List<String> protocols() {
		return List.of(TFTP, HTTP);
	}

	@Override
	public FileServer make(String protocol, Plan plan, FileServer.Listener listener) throws BenchException {
		final Protocol made = switch (protocol) {
			case TFTP -> new TftpProtocol(plan.writable(), TftpSettings.defaults().withMaxUpload(QUOTA), List.of(TftpProtocol.PORT, TftpProtocol.SECOND, 0));
			case HTTP -> new HttpProtocol(new HttpSettings(plan.writable(), QUOTA, Access.open()));
			default -> throw new IllegalArgumentException(protocol);
		};
		return new BoardFileServer(made, () -> Route.of(plan.host(), plan.port(), protocol, Optional.empty(), protocol),
				new ServedRoot.Known(Optional.ofNullable(plan.root()), plan.words()), protocol, _ -> { }, listener);
	}
}
