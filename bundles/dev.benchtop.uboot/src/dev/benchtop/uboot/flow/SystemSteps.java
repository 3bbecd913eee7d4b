package dev.benchtop.uboot.flow;

import java.time.Instant;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.uboot.bundle.Device;
import dev.benchtop.uboot.dialogue.Answer;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.flow.NetworkOptions.Mode;

/** Prepares the booted system: its network, its clock and the disk that is meant. */
final class SystemSteps {

	private static final Pattern DISK = Pattern.compile("(\\S+) -> (\\S+)"); //$NON-NLS-1$
	private static final int TRIES = 10;
	/** A system that has no udhcpc asks for its address by itself. */
	private static final int NO_COMMAND = 127;

	private final Session session;
	private final NetworkOptions network;

	SystemSteps(Session session, NetworkOptions network) {
		this.session = session;
		this.network = network;
	}

	/** Brings the network up and sets the clock, without which certificates are not valid. */
	void network() throws BenchException {
		final Shell shell = session.shell();
		final String card = network.device() == null || network.device().isEmpty() ? card(shell) : network.device();
		final String device = Quoting.shell(card);
		if (network.mode() == Mode.STATIC) {
			shell.check("ifconfig " + device + ' ' + Quoting.shell(network.address()) + " netmask " + Quoting.shell(network.netmask()) + " up"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			if (network.gateway() != null && !network.gateway().isEmpty()) {
				shell.run("route add default gw " + Quoting.shell(network.gateway()) + ' ' + device); //$NON-NLS-1$
			}
		} else {
			final Answer answer = shell.run("udhcpc -q -n -i " + device + " 2>&1"); //$NON-NLS-1$ //$NON-NLS-2$
			if (!answer.succeeded() && answer.status() != NO_COMMAND) {
				throw Meaning.of(Messages.SystemSteps_dhcp, answer.output().isEmpty() ? "Retry time exceeded" : answer.output(), Messages.BootSteps_dhcpNext); //$NON-NLS-1$
			}
		}
		shell.run("export dhcp_addr=$(ifconfig " + device + " | sed -n 's/.*inet addr:\\([0-9.]*\\).*/\\1/p'); " //$NON-NLS-1$ //$NON-NLS-2$
				+ "export gw_addr=$(route -n | sed -n 's/^0.0.0.0 *\\([0-9.]*\\).*/\\1/p')"); //$NON-NLS-1$
		shell.run("date -s @" + Instant.now().getEpochSecond() + " >/dev/null"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String card(Shell shell) throws BenchException {
		final String cards = shell.check("for i in /sys/class/net/*; do [ -e $i/device ] && echo ${i##*/}; done; true"); //$NON-NLS-1$
		if (cards.isEmpty()) {
			throw BenchException.failed(Messages.SystemSteps_noCard).next(Messages.SystemSteps_noCardNext).build();
		}
		return cards.lines().findFirst().orElseThrow();
	}

	/** The path of a disk, which may come a moment after the login. */
	String disk(Device device) throws BenchException {
		for (int attempt = 1;; attempt++) {
			final String found = device.busAddress().isPresent() ? byAddress(device.busAddress().get()) : device.text();
			if (!found.isEmpty() && session.shell().run("test -b " + Quoting.shell(found)).succeeded()) { //$NON-NLS-1$
				return found;
			}
			if (attempt == TRIES) {
				throw session.settled(BenchException.failed(device.busAddress().map(address -> NLS.bind(Messages.SystemSteps_noDiskAt, address))
						.orElse(NLS.bind(Messages.SystemSteps_noDisk, device.text()))).why(disks()).next(Messages.SystemSteps_noDiskNext).build());
			}
			session.shell().run("sleep 0.5 2>/dev/null || sleep 1"); //$NON-NLS-1$
		}
	}

	private String disks() throws BenchException {
		final String disks = session.shell().run("ls /sys/class/block 2>/dev/null").output().replaceAll("\\s+", ", "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return disks.isEmpty() ? Messages.SystemSteps_noDisks : NLS.bind(Messages.SystemSteps_disks, disks);
	}

	private String byAddress(String address) throws BenchException {
		final var place = Pattern.compile("(?<![0-9A-Fa-f])" + Pattern.quote(address) + "(?![0-9A-Fa-f])"); //$NON-NLS-1$ //$NON-NLS-2$
		return session.shell().check("ls -l /sys/class/block/").lines().map(DISK::matcher) //$NON-NLS-1$
				.filter(line -> line.find() && place.matcher(line.group(2)).find() && line.group(2).endsWith("/block/" + line.group(1))) //$NON-NLS-1$
				.map(line -> "/dev/" + line.group(1)).findFirst().orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** How many bytes a disk has. */
	long size(String disk) throws BenchException {
		final String words = session.shell().run("blockdev --getsize64 " + Quoting.shell(disk)).output(); //$NON-NLS-1$
		try {
			return Long.parseLong(words.strip());
		} catch (NumberFormatException e) {
			throw session.settled(BenchException.failed(NLS.bind(Messages.SystemSteps_noSize, disk)).why(words).build());
		}
	}
}
