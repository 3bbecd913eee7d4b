package dev.benchtop.core.internal.config;

/** Whose rules a bench file goes by. */
public enum Dialect {
	/** Ours: YAML 1.2, unknown keys are errors, variables are expanded. */
	BENCHTOP,
	/** Jumpstarter's exporter files: YAML 1.1, unknown keys are kept, nothing is expanded. */
	JUMPSTARTER
}
