package dev.benchtop.ui.internal.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.ui.internal.Services;

/** Templates: those that are contributed, and a bare one for each driver type that has none and can be a board by itself. */
final class Template implements BoardTemplate {

	private final DriverFactory<?> factory;
	private final DriverTexts texts;

	private Template(DriverFactory<?> factory) {
		this.factory = factory;
		this.texts = DriverTexts.of(factory);
	}

	static List<BoardTemplate> all(DriverRegistry registry) {
		final var contributed = new Services<>(BoardTemplate.class).all();
		final var covered = contributed.stream().map(BoardTemplate::type).collect(Collectors.toSet());
		return Stream.concat(contributed.stream(),
				registry.factories().stream().filter(factory -> !covered.contains(factory.type()) && isBoard(factory)).<BoardTemplate>map(Template::new)).toList();
	}

	/** Storages and file servers are none, and what hangs on other nodes by its configuration is none either. */
	private static boolean isBoard(DriverFactory<?> factory) {
		try {
			final var capabilities = factory.describe(null).capabilities();
			return capabilities.isEmpty() || !Set.of(Storage.class, FileServer.class).containsAll(capabilities);
		} catch (RuntimeException _) {
			return false;
		}
	}

	@Override
	public String id() {
		return factory.type();
	}

	@Override
	public String label() {
		return texts.label();
	}

	@Override
	public String description() {
		return texts.help();
	}

	@Override
	public String type() {
		return factory.type();
	}

	@Override
	public String node() {
		return "device"; //$NON-NLS-1$
	}

	@Override
	public Map<String, Object> config() {
		return Map.of();
	}

	@Override
	public Optional<String> file(String name) {
		return Optional.empty();
	}
}
