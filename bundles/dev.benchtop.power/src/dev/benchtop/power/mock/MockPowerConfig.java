package dev.benchtop.power.mock;

/** The configuration of {@code type: mock-power}: nothing. */
public record MockPowerConfig() {
}
