package dev.benchtop.core.internal.bench;

import dev.benchtop.core.Places;
import dev.benchtop.core.bench.TrustStore;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.config.Variables;

/** What all benches of a process share. */
public record Surroundings(DriverRegistry registry, Places places, TrustStore trust, Variables variables) {
}
