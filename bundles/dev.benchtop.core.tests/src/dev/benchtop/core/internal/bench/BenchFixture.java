package dev.benchtop.core.internal.bench;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.function.Executable;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.TrustStore;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.config.Variables;

/** A trusted bench folder with the test drivers, variables and secrets of its own. */
public final class BenchFixture implements AutoCloseable {

	/** Nodes of a board: a machine, a group with a relay, and two that stand for others. */
	static final String MACHINE = """
			machine: {type: machine, config: {arch: aarch64}, description: the machine}
			group:
			  description: things
			  children:
			    relay: {type: relay}
			alias: {ref: machine.net}
			other: {ref: alias.ssh}
			""";

	public final TestDrivers drivers = new TestDrivers();
	/** What a bench has told, where it was asked to tell this. */
	final BlockingQueue<BenchEvent> events = new LinkedBlockingQueue<>();
	public final Map<String, String> env = new HashMap<>();
	public final Map<String, String> secrets = new HashMap<>();
	public final Path folder;
	public final Surroundings surroundings;
	private BenchModel bench;

	public BenchFixture(Path temporary) throws IOException, BenchException {
		folder = Files.createDirectories(temporary.resolve("bench"));
		final var places = new Places(Map.of("HOME", temporary.toString(), "XDG_RUNTIME_DIR", temporary.resolve("run").toString()));
		final var variables = new Variables() {
			@Override
			public Optional<String> env(String name) {
				return Optional.ofNullable(env.get(name));
			}

			@Override
			public Optional<String> secret(String name) {
				return Optional.ofNullable(secrets.get(name));
			}
		};
		surroundings = new Surroundings(new DriverRegistry(drivers.factories()), places, new TrustStore(places), variables);
		surroundings.trust().trust(folder);
	}

	/** Writes a file all at once. */
	public BenchFixture file(String name, String text) throws IOException {
		final var part = Files.writeString(folder.resolve("." + name + ".part"), text);
		Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		return this;
	}

	/** Writes a board of our own kind, whose nodes are given. */
	public BenchFixture board(String name, String nodes) throws IOException {
		return file(name + ".yaml", board(name) + nodes.indent(2));
	}

	static String board(String name) {
		return """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: %s}
				export:
				""".formatted(name);
	}

	public BenchModel open() throws BenchException {
		return open(false);
	}

	public BenchModel open(boolean watched) throws BenchException {
		bench = new BenchModel(folder, surroundings, watched);
		return bench;
	}

	/** The findings of the only board of a bench with this one file. */
	public List<String> findings(String text) throws IOException, BenchException {
		file("x.yaml", text);
		return open().findings().stream().map(BenchFixture::show).toList();
	}

	/** The findings on a board with these nodes; the first of their lines is line 5. */
	public List<String> findingsOn(String nodes) throws IOException, BenchException {
		return findings(board("x") + nodes.indent(2));
	}

	private static String show(Finding finding) {
		return finding.severity() + " " + finding.file().getFileName() + ":" + finding.line() + " " + finding.key() + ": " + finding.message();
	}

	/** Waits for the next event. */
	BenchEvent event() throws InterruptedException {
		final var event = events.poll(1, TimeUnit.MINUTES);
		assertTrue(event != null, "an event");
		return event;
	}

	/** What is said where a call fails. */
	static String message(Executable call) {
		return assertThrows(BenchException.class, call).getMessage();
	}

	public Board only() throws BenchException {
		return open().boards().getFirst();
	}

	@Override
	public void close() {
		if (bench != null) {
			bench.close();
		}
	}
}
