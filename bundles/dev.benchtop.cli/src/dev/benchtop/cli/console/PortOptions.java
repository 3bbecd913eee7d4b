package dev.benchtop.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

/** How a port is set; what is not given is as usual. */
final class PortOptions {

	@Option(names = {"-b", "--baud"}, paramLabel = "RATE", descriptionKey = "port.baud")
	private Optional<Integer> baud = Optional.empty();

	@Option(names = "--data-bits", paramLabel = "5|6|7|8", descriptionKey = "port.dataBits")
	private Optional<Integer> dataBits = Optional.empty();

	@Option(names = "--parity", paramLabel = "PARITY", descriptionKey = "port.parity")
	private Optional<String> parity = Optional.empty();

	@Option(names = "--stop-bits", paramLabel = "1|2", descriptionKey = "port.stopBits")
	private Optional<Integer> stopBits = Optional.empty();

	@Option(names = "--flow", paramLabel = "MODE", descriptionKey = "port.flow")
	private Optional<String> flow = Optional.empty();

	@Option(names = "--cps", paramLabel = "NUMBER", descriptionKey = "port.cps")
	private Optional<Integer> cps = Optional.empty();

	@Option(names = "--no-dtr", descriptionKey = "port.noDtr")
	private boolean noDtr;

	@Option(names = "--no-rts", descriptionKey = "port.noRts")
	private boolean noRts;

	/** As the keys of the driver type {@code serial}. */
	Map<String, Object> config() {
		final var config = new LinkedHashMap<String, Object>();
		baud.ifPresent(value -> config.put("baudrate", value)); //$NON-NLS-1$
		dataBits.ifPresent(value -> config.put("data_bits", value)); //$NON-NLS-1$
		parity.ifPresent(value -> config.put("parity", value)); //$NON-NLS-1$
		stopBits.ifPresent(value -> config.put("stop_bits", value)); //$NON-NLS-1$
		flow.ifPresent(value -> config.put("flow", value)); //$NON-NLS-1$
		cps.ifPresent(value -> config.put("cps", value)); //$NON-NLS-1$
		if (noDtr) {
			config.put("dtr", false); //$NON-NLS-1$
		}
		if (noRts) {
			config.put("rts", false); //$NON-NLS-1$
		}
		return config;
	}
}
