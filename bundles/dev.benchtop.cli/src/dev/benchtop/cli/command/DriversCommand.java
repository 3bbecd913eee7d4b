package dev.benchtop.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop drivers}: the types that a bench file can name, and the keys that each one has. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "drivers")
public final class DriversCommand implements CliCommand {

	private final DriverRegistry registry;

	@Parameters(arity = "0..1", paramLabel = "TYPE", descriptionKey = "drivers.type")
	private Optional<String> type = Optional.empty();

	@Activate
	public DriversCommand(@Reference DriverRegistry registry) {
		this.registry = registry;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (type.isEmpty()) {
			list(context);
		} else {
			describe(find(type.get()), context);
		}
		return 0;
	}

	private DriverFactory<?> find(String name) throws BenchException {
		return registry.find(name).orElseThrow(() -> BenchException.usage(NLS.bind(Messages.DriversCommand_unknown, name))
				.next(NLS.bind(Messages.DriversCommand_known, registry.factories().stream().map(DriverFactory::type).collect(Collectors.joining(", ")))).build()); //$NON-NLS-1$
	}

	private void list(CliContext context) {
		if (context.json()) {
			context.json(registry.factories().stream().map(DriversCommand::json).toList());
			return;
		}
		final var table = new Table();
		for (final var factory : registry.factories()) {
			final var texts = DriverTexts.of(factory);
			table.row(factory.type(), texts.label(), texts.help());
		}
		table.print(context.out());
	}

	private static void describe(DriverFactory<?> factory, CliContext context) {
		final var fields = ConfigSchema.of(factory).fields();
		if (context.json()) {
			final var json = json(factory);
			json.put("keys", fields.stream().map(DriversCommand::json).toList()); //$NON-NLS-1$
			context.json(json);
			return;
		}
		final var texts = DriverTexts.of(factory);
		context.out().println(factory.type() + ": " + texts.label()); //$NON-NLS-1$
		if (!texts.help().isEmpty()) {
			context.out().println(texts.help());
		}
		if (!factory.aliases().isEmpty()) {
			context.out().println(NLS.bind(Messages.DriversCommand_aliases, factory.aliases().stream().sorted().collect(Collectors.joining(", ")))); //$NON-NLS-1$
		}
		context.out().println();
		final var table = new Table();
		rows(fields, "", table); //$NON-NLS-1$
		table.print(context.out());
	}

	private static void rows(List<Field> fields, String prefix, Table table) {
		for (final Field field : fields) {
			final String defaultValue = field.required() ? Messages.DriversCommand_required : field.defaultValue();
			table.row(prefix + field.key(), kind(field), defaultValue.isEmpty() ? "-" : defaultValue, field.help().isEmpty() ? field.label() : field.help()); //$NON-NLS-1$
			field.nested().ifPresent(nested -> rows(nested.fields(), prefix + field.key() + '.', table));
			field.element().flatMap(Field::nested).ifPresent(nested -> rows(nested.fields(), prefix + field.key() + ".*.", table)); //$NON-NLS-1$
		}
	}

	private static String kind(Field field) {
		return switch (field.kind()) {
		case CHOICE -> String.join("|", field.choices()); //$NON-NLS-1$
		case LIST, MAP -> word(field.kind()) + field.element().map(element -> ' ' + Messages.DriversCommand_of + ' ' + kind(element)).orElse(""); //$NON-NLS-1$
		default -> word(field.kind());
		};
	}

	private static String word(ConfigSchema.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static Map<String, Object> json(DriverFactory<?> factory) {
		final var texts = DriverTexts.of(factory);
		final var json = new LinkedHashMap<String, Object>();
		json.put("type", factory.type()); //$NON-NLS-1$
		json.put("label", texts.label()); //$NON-NLS-1$
		json.put("help", texts.help()); //$NON-NLS-1$
		json.put("aliases", factory.aliases().stream().sorted().toList()); //$NON-NLS-1$
		return json;
	}

	private static Map<String, Object> json(Field field) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("key", field.key()); //$NON-NLS-1$
		json.put("kind", word(field.kind())); //$NON-NLS-1$
		json.put("label", field.label()); //$NON-NLS-1$
		json.put("help", field.help()); //$NON-NLS-1$
		json.put("default", field.defaultValue()); //$NON-NLS-1$
		json.put("required", field.required()); //$NON-NLS-1$
		json.put("choices", field.choices()); //$NON-NLS-1$
		json.put("proposals", field.proposals()); //$NON-NLS-1$
		field.element().ifPresent(element -> json.put("element", json(element))); //$NON-NLS-1$
		field.nested().ifPresent(nested -> json.put("keys", nested.fields().stream().map(DriversCommand::json).toList())); //$NON-NLS-1$
		return json;
	}
}
