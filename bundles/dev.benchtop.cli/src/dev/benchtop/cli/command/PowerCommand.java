package dev.benchtop.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop power}: switches a board. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "power")
public final class PowerCommand implements CliCommand {

	/** What to do; the names are what the user writes. */
	enum Action {
		on, off, cycle, state
	}

	@Parameters(index = "0", paramLabel = "BOARD", descriptionKey = "address")
	private String address;

	@Parameters(index = "1", paramLabel = "on|off|cycle|state", descriptionKey = "power.action")
	private Action action;

	@Option(names = "--wait", paramLabel = "TIME", defaultValue = "2s", descriptionKey = "power.wait")
	private Duration wait;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var node = context.bench().board(place.board()).find(place.node(), Power.class);
		final var power = node.use(Power.class);
		switch (action) {
		case on -> power.on(context.token());
		case off -> power.off(context.token());
		case cycle -> power.cycle(wait, context.token());
		case state -> { }
		}
		final var state = power.state();
		final var readings = action == Action.state ? power.readings() : Optional.<Power.Readings>empty();
		if (context.json()) {
			context.json(json(node, state, readings));
		} else {
			context.out().println(word(state));
			if (!node.state().detail().isEmpty()) {
				context.err().println(node.state().detail());
			}
			readings.ifPresent(values -> context.out()
					.println(NLS.bind(Messages.PowerCommand_readings, new Object[] {values.volts(), values.amperes(), values.watts()})));
		}
		return 0;
	}

	private static String word(Power.State state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

	private static Map<String, Object> json(Node node, Power.State state, Optional<Power.Readings> readings) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("board", node.board().name()); //$NON-NLS-1$
		json.put("node", node.path()); //$NON-NLS-1$
		json.put("state", word(state)); //$NON-NLS-1$
		json.put("detail", node.state().detail()); //$NON-NLS-1$
		readings.ifPresent(values -> json.put("readings", values)); //$NON-NLS-1$
		return json;
	}
}
