package dev.benchtop.core.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.internal.bench.TestDrivers;

class DriverTextsTest {

	@Test
	void textsAreMadeOfKeysWhereTheBundleSaysNone() {
		final var texts = DriverTexts.of(new TestDrivers().factories().getFirst());
		assertEquals("machine", texts.label());
		assertEquals("", texts.help());
		assertEquals("Boot order", texts.label("boot-order"));
		assertEquals("Size", texts.label("disks.size"));
		assertEquals("", texts.help("mem"));
	}

	@Test
	void registryFindsByNameAndAliasAndTellsOfChanges() {
		final var all = new TestDrivers().factories();
		final var registry = new DriverRegistry(List.of());
		final var told = new AtomicInteger();
		final var subscription = registry.subscribe(told::incrementAndGet);
		all.forEach(registry::add);
		assertEquals(List.of("machine", "needy", "relay"), registry.factories().stream().map(DriverFactory::type).toList());
		assertEquals("relay", registry.find("jumpstarter_driver_test.driver.Relay").orElseThrow().type());
		registry.remove(all.getFirst());
		assertEquals(true, registry.find("machine").isEmpty());
		assertEquals(4, told.get());
		subscription.close();
		registry.add(all.getFirst());
		assertEquals(4, told.get());
	}
}
