package dev.benchtop.cli.storage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Locations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop capability}: tells what a storage can do, and why it cannot do the rest. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "capability")
public final class CapabilityCommand implements CliCommand {

	private final Locations locations;

	@Parameters(paramLabel = "STORAGE", descriptionKey = "capability.storage")
	private String storage;

	@Activate
	public CapabilityCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = locations.locate(storage.indexOf(':') < 0 ? storage + ":/" : storage, Optional.of(context.bench()), context.workingFolder()); //$NON-NLS-1$
		final Abilities abilities = Place.storage(place).orElseThrow(() -> BenchException.usage(Messages.noStorage).where(place.text()).build()).abilities();
		if (context.json()) {
			context.json(json(storage, abilities));
			return 0;
		}
		for (final Ability ability : Ability.values()) {
			context.out().println(String.format("%-13s  %s", name(ability), //$NON-NLS-1$
					abilities.whyNot(ability).map(reason -> Messages.CapabilityCommand_no + reason).orElse(Messages.CapabilityCommand_yes)));
		}
		return 0;
	}

	private static String name(Ability ability) {
		return ability.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Map<String, Object> json(String storage, Abilities abilities) {
		final var can = new LinkedHashMap<String, Object>();
		final var whyNot = new LinkedHashMap<String, Object>();
		for (final Ability ability : Ability.values()) {
			can.put(name(ability), abilities.can(ability));
			abilities.whyNot(ability).ifPresent(reason -> whyNot.put(name(ability), reason));
		}
		final var json = new LinkedHashMap<String, Object>();
		json.put("storage", storage); //$NON-NLS-1$
		json.put("abilities", can); //$NON-NLS-1$
		json.put("whyNot", whyNot); //$NON-NLS-1$
		return json;
	}
}
