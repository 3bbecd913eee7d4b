package dev.benchtop.power.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.JsonPath;
import dev.benchtop.power.Outlet;

/** The power of one port of a USB hub, by the program uhubctl. */
final class UhubctlOutlet implements Outlet {

	private final UhubctlConfig config;
	private final Path folder;

	UhubctlOutlet(UhubctlConfig config, Path folder) {
		this.config = config;
		this.folder = folder;
	}

	@Override
	public String label() {
		return NLS.bind(Messages.UhubctlOutlet_label, config.hub(), config.port());
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		run(List.of("-a", on ? "on" : "off"), cancel); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Override
	public boolean tells() {
		return true;
	}

	/** {@code Port 2: 0103 power enable connect [0403:6001 FTDI TTL232R-3V3 FTGA9U0H]}; a USB 3 hub is two hubs, and either may feed the port. */
	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final String said = run(List.of(), cancel);
		final var port = Pattern.compile("^\\s*Port " + config.port() + ": ([0-9a-fA-F]{4})((?: \\w+)*)", Pattern.MULTILINE).matcher(said); //$NON-NLS-1$ //$NON-NLS-2$
		boolean found = false;
		boolean on = false;
		while (port.find()) {
			found = true;
			on |= List.of(port.group(2).strip().split(" ")).contains("power"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (!found) {
			throw BenchException.failed(NLS.bind(Messages.UhubctlOutlet_noPort, config.port(), JsonPath.shown(said))).next(Messages.UhubctlOutlet_noPortNext).build();
		}
		return on ? Power.State.ON : Power.State.OFF;
	}

	private String run(List<String> action, CancelToken cancel) throws BenchException {
		final var words = new ArrayList<String>(List.of(config.program(), "-l", config.hub(), "-p", Integer.toString(config.port()))); //$NON-NLS-1$ //$NON-NLS-2$
		words.addAll(action);
		return Program.of(words, folder, config.timeout()).run(cancel);
	}
}
