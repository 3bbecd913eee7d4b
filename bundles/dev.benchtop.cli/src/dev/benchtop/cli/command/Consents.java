package dev.benchtop.cli.command;

import java.io.Console;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.Guard;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Option;

/** The options by which a user says what the guard of a target wants; on a terminal it is asked for. */
final class Consents {

	@Option(names = "--yes", descriptionKey = "flash.yes")
	private boolean yes;

	@Option(names = "--unmount", descriptionKey = "flash.unmount")
	private boolean unmount;

	@Option(names = "--name", paramLabel = "NAME", descriptionKey = "flash.name")
	private List<String> names = List.of();

	/** What the user says to a target; nothing for one that has no guard. */
	Consent of(String place, Target target, CliContext context) throws BenchException {
		if (target.guard().isEmpty()) {
			return Consent.NONE;
		}
		final Guard guard = target.guard().get();
		final Optional<Console> terminal = context.interactive() && !context.json() ? Optional.ofNullable(System.console()) : Optional.empty();
		final boolean free = unmount || guard.mounts().isEmpty() || terminal.isPresent() && agrees(terminal.get(),
				NLS.bind(Messages.Consents_unmount, place, String.join(", ", guard.mounts()))); //$NON-NLS-1$
		final boolean asked = guard.name().isPresent() && names.isEmpty() && terminal.isPresent();
		final String typed = asked ? terminal.get().readLine("%s", NLS.bind(Messages.Consents_name, String.join(" ", guard.words()), guard.name().get())) : named(guard); //$NON-NLS-1$ //$NON-NLS-2$
		if (!yes && !asked) {
			confirm(place, target, terminal);
		}
		return new Consent(free, typed == null ? "" : typed, guard.seen()); //$NON-NLS-1$
	}

	/** The name of several that is meant for this one. */
	private String named(Guard guard) {
		return names.stream().filter(name -> guard.name().filter(name::equals).isPresent()).findFirst().orElse(names.isEmpty() ? "" : names.getFirst()); //$NON-NLS-1$
	}

	private static void confirm(String place, Target target, Optional<Console> terminal) throws BenchException {
		if (terminal.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.Consents_lost, place, target.content())).next(Messages.Consents_sayYes).build();
		}
		if (!agrees(terminal.get(), NLS.bind(Messages.Consents_question, place, target.content()))) {
			throw BenchException.cancelled();
		}
	}

	private static boolean agrees(Console terminal, String question) {
		return Messages.Sure_yes.equalsIgnoreCase(terminal.readLine("%s", question)); //$NON-NLS-1$
	}
}
