package dev.benchtop.server.tftp;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the clients of late. */
final class Clients {

	private static final int MOST = 1024;

	private final TftpSettings settings;
	private final Map<InetAddress, Estimate> estimates = new LinkedHashMap<>(64, 0.75f, true) {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<InetAddress, Estimate> eldest) {
			return size() > MOST;
		}
	};

	Clients(TftpSettings settings) {
		this.settings = settings;
	}

	Estimate of(InetAddress address) {
		return estimates.computeIfAbsent(address, any -> new Estimate(settings.firstTimeout().toNanos(), settings.maxWindow()));
	}
}
