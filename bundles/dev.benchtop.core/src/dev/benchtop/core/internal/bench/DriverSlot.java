package dev.benchtop.core.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.internal.config.Binder;
import dev.benchtop.core.internal.yaml.Findings;

/** The place of one driver: made on first use, once; a failure is shown on the node, and the next use tries again. */
final class DriverSlot {

	private final BoardModel board;
	private final BoardNode node;
	private final NodeSpec spec;
	private final DriverFactory<?> factory;
	private volatile Driver driver;

	DriverSlot(BoardModel board, BoardNode node, NodeSpec spec, DriverFactory<?> factory) {
		this.board = board;
		this.node = node;
		this.spec = spec;
		this.factory = factory;
	}

	Optional<Driver> made() {
		return Optional.ofNullable(driver);
	}

	/** The driver, made if it was not. */
	Driver driver() throws BenchException {
		final var there = driver;
		return there != null ? there : board.makers().make(this);
	}

	String path() {
		return spec.path();
	}

	/** Makes the driver; called by one thread at a time. */
	Driver make() throws BenchException {
		if (driver != null) {
			return driver;
		}
		board.requireUsable();
		board.requireTrust();
		try {
			driver = create(factory);
		} catch (BenchException e) {
			board.states().publish(spec.path(), new NodeState(NodeState.Level.ERROR, Messages.error, e.getMessage()));
			throw e;
		}
		board.states().forgive(spec.path());
		return driver;
	}

	private <C extends Record> Driver create(DriverFactory<C> typed) throws BenchException {
		final var config = bind(typed);
		privateFolder(board.stateFolder());
		ownFolder(board.runtimeFolder().getParent());
		privateFolder(board.runtimeFolder());
		privateFolder(board.cacheFolder());
		try {
			return typed.create(new SlotContext(board, node), config);
		} catch (RuntimeException | LinkageError e) {
			throw BenchException.failed(NLS.bind(Messages.driverFailed, typed.type())).where(node.toString()).why(e).build();
		}
	}

	private <C extends Record> C bind(DriverFactory<C> typed) throws BenchException {
		final var findings = new Findings(board.file());
		final var config = Binder.resolving(findings, board.folder(), board.dialect(), board.variables()).bind(typed.configType(), spec.config());
		final var wrong = findings.all().stream().findFirst();
		if (config.isPresent() && wrong.isEmpty()) {
			return config.get();
		}
		throw BenchException.usage(wrong.map(Finding::message).orElse(Messages.boardUnusable))
				.where(wrong.map(finding -> board.file().getFileName() + ":" + finding.line() + ": " + finding.key()).orElse(node.toString())).build(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void ownFolder(Path folder) throws BenchException {
		try {
			PrivateFiles.ownFolder(folder);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.privateFolder, folder)).why(e).build();
		}
	}

	private static void privateFolder(Path folder) throws BenchException {
		try {
			PrivateFiles.folder(folder);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.privateFolder, folder)).why(e).build();
		}
	}

	void close() {
		final var made = driver;
		driver = null;
		if (made != null) {
			made.close();
		}
	}
}
