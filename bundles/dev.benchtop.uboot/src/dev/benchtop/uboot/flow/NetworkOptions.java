package dev.benchtop.uboot.flow;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * How the board comes to the network.
 *
 * @param address the board's own, where the mode is static
 * @param host how the board names this machine; empty for what its link or the network card towards it says
 * @param device the board's network card in the booted system; empty for the first
 * @param dhcpTries how often DHCP is tried before the stage fails
 * @param transport by what U-Boot loads
 * @param tftpBlock block size that U-Boot asks for (RFC 2348); 0 for its own
 * @param tftpWindow window that U-Boot asks for (RFC 7440); 0 for its own
 */
public record NetworkOptions(@Option("dhcp") Mode mode, @Option String address, @Option(value = "255.255.255.0") String netmask, @Option String gateway,
		@Option(advanced = true) String host, @Option(advanced = true) String device,
		@Option(key = "dhcp_tries", value = "3", min = 1, advanced = true) int dhcpTries,
		@Option(key = "dhcp_pause", value = "2s", advanced = true) Duration dhcpPause, @Option(value = "tftp", advanced = true) Transport transport,
		@Option(key = "tftp_block", value = "1468", min = 0, max = 65464, advanced = true) int tftpBlock,
		@Option(key = "tftp_window", value = "8", min = 0, max = 64, advanced = true) int tftpWindow) {

	/** Where the addresses come from. */
	public enum Mode {
		DHCP, STATIC
	}

	/** By what U-Boot loads files. */
	public enum Transport {
		TFTP, WGET,
		/** By HTTP where U-Boot has a wget, else by TFTP. */
		AUTO
	}
}
