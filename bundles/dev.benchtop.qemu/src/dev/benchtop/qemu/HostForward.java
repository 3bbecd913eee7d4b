package dev.benchtop.qemu;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

import dev.benchtop.core.driver.Option;

/**
 * A port of this machine that leads to one of the board's.
 *
 * @param hostaddr the address to listen on
 * @param hostport 0 for any that is free; the board keeps it
 */
public record HostForward(
		@Option("tcp") Protocol protocol,
		@Option("127.0.0.1") String hostaddr,
		@Option(value = "0", min = 0, max = 65535) int hostport,
		@Option(required = true, min = 1, max = 65535) int guestport) {

	/** What is forwarded. */
	public enum Protocol {
		/** Streams. */
		TCP,
		/** Datagrams. */
		UDP
	}

	private static final String ALL = "0.0.0.0"; //$NON-NLS-1$
	private static final String LOOPBACK = "127.0.0.1"; //$NON-NLS-1$
	private static final Pattern NUMBERS = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}"); //$NON-NLS-1$

	public HostForward {
		hostaddr = hostaddr.equals("localhost") ? LOOPBACK : hostaddr; //$NON-NLS-1$
	}

	/** Whether QEMU's router can listen there: it takes IPv4 addresses, and no names. */
	boolean canListen() {
		return hostaddr.isEmpty() || NUMBERS.matcher(hostaddr).matches();
	}

	/** Where it is reached from this machine when it listens on {@code port}. */
	InetSocketAddress address(int port) {
		return new InetSocketAddress(hostaddr.isEmpty() || hostaddr.equals(ALL) ? LOOPBACK : hostaddr, port);
	}

	/** The rule for QEMU's router. */
	String rule(int port) {
		return "hostfwd=" + (protocol == Protocol.UDP ? "udp" : "tcp") + ':' + hostaddr + ':' + port + "-:" + guestport; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
