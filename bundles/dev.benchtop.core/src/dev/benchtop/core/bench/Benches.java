package dev.benchtop.core.bench;

import java.nio.file.Path;

import dev.benchtop.core.BenchException;

/** Opens benches; the service by which every room gets at the model. */
public interface Benches {

	/** How a bench is opened. */
	enum Mode {
		/** Read once; for a command. */
		ONCE,
		/** Watched for changes; for a window. */
		WATCHED
	}

	/**
	 * Opens a folder. An empty folder is a bench without boards.
	 *
	 * @throws BenchException of kind usage if it is no folder
	 */
	Bench open(Path folder, Mode mode) throws BenchException;

	/** The folders that were opened before, newest first. */
	java.util.List<Path> recent();
}
