package dev.benchtop.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop secret}: the values that bench files name by <code>${secret:NAME}</code>; never taken from the command line itself. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "secret")
public final class SecretCommand implements CliCommand {

	/** What to do; the names are what the user writes. */
	enum Action {
		set, show, list, rm
	}

	private final SecretStore store;

	@Parameters(index = "0", paramLabel = "set|show|list|rm", descriptionKey = "secret.action")
	private Action action;

	@Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "secret.name")
	private Optional<String> name = Optional.empty();

	@Activate
	public SecretCommand(@Reference SecretStore store) {
		this.store = store;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		return switch (action) {
		case list -> list(context);
		case set -> set(context);
		case show -> show(context);
		case rm -> remove(context);
		};
	}

	private int list(CliContext context) throws BenchException {
		if (context.json()) {
			context.json(store.names());
		} else {
			store.names().forEach(context.out()::println);
		}
		return 0;
	}

	private int set(CliContext context) throws BenchException {
		final String key = requiredName();
		store.set(key, new Secret(value(key, context)));
		return told(NLS.bind(Messages.SecretCommand_set, key), key, context);
	}

	/** The value alone, for whoever types it somewhere else. */
	private int show(CliContext context) throws BenchException {
		final String key = requiredName();
		final var secret = store.get(key).orElseThrow(() -> unknown(key));
		if (context.json()) {
			context.json(Map.of("name", key, "value", secret.reveal())); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			context.out().println(secret.reveal());
		}
		return 0;
	}

	private static BenchException unknown(String key) {
		return BenchException.failed(NLS.bind(Messages.SecretCommand_unknown, key)).next(Messages.SecretCommand_seeList).build();
	}

	private int remove(CliContext context) throws BenchException {
		final String key = requiredName();
		if (!store.remove(key)) {
			throw unknown(key);
		}
		return told(NLS.bind(Messages.SecretCommand_removed, key), key, context);
	}

	private static int told(String sentence, String key, CliContext context) {
		if (context.json()) {
			context.json(Map.of("name", key)); //$NON-NLS-1$
		} else {
			context.out().println(sentence);
		}
		return 0;
	}

	private String requiredName() throws BenchException {
		return name.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.SecretCommand_nameMissing, action)).build());
	}

	private static String value(String key, CliContext context) throws BenchException {
		final String value;
		if (context.interactive()) {
			final char[] typed = System.console().readPassword("%s", NLS.bind(Messages.SecretCommand_prompt, key)); //$NON-NLS-1$
			value = typed == null ? "" : new String(typed); //$NON-NLS-1$
		} else {
			try {
				value = new String(context.in().readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\R\\z", ""); //$NON-NLS-1$ //$NON-NLS-2$
			} catch (IOException e) {
				throw BenchException.failed(Messages.SecretCommand_unreadable).why(e).build();
			}
		}
		if (value.isEmpty()) {
			throw BenchException.usage(Messages.SecretCommand_empty).build();
		}
		return value;
	}
}
