package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.google.gson.JsonObject;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.image.Imaging;

/** A virtual board under test; closing it switches it off. */
final class Virtual implements AutoCloseable {

	static final Duration SOON = Duration.ofSeconds(60);

	private final VirtualContext context;
	private final Driver driver;

	Virtual(Path folder, Configs configs) throws IOException, BenchException {
		this(new VirtualContext(folder), configs, Host.system());
	}

	Virtual(VirtualContext context, Configs configs, Host host) throws BenchException {
		this.context = context;
		this.driver = new QemuDriverFactory(Imaging.standard(), host).create(context, configs.get());
	}

	VirtualContext context() {
		return context;
	}

	Power power() {
		return child("power", Power.class);
	}

	Console console() {
		return child("console", Console.class);
	}

	Flasher flasher() {
		return child("flasher", Flasher.class);
	}

	Snapshots snapshots() {
		return child("snapshots", Snapshots.class);
	}

	/** A node that the board brings. */
	Driver node(String name) {
		return driver.children().get(name);
	}

	/** What a verb of the board, or of one of its nodes where {@code node} is not empty, does. */
	void verb(String node, String id, Map<String, Object> values) throws BenchException {
		final var verbs = node.isEmpty() ? driver.verbs() : driver.children().get(node).capability(Capability.class).orElseThrow().verbs();
		verbs.stream().filter(verb -> verb.id().equals(id)).findFirst().orElseThrow().action().run(values, Progress.none());
	}

	/** Has QEMU write to a disk of the machine that goes, as the board would: a command of qemu-io(1). */
	void io(String node, String command) throws BenchException {
		Control.monitor(running(), "qemu-io -d " + block(node).get("qdev").getAsString() + " \"" + command + '"');
		Control.monitor(running(), "qemu-io -d " + block(node).get("qdev").getAsString() + " flush");
	}

	/** How long a disk is for the machine that goes, in bytes. */
	long length(String node) throws BenchException {
		return block(node).getAsJsonObject("inserted").getAsJsonObject("image").get("virtual-size").getAsLong();
	}

	private JsonObject block(String node) throws BenchException {
		for (final var each : Control.execute(running(), "query-block", Map.of()).getAsJsonArray()) {
			final var device = each.getAsJsonObject();
			if (device.has("inserted") && device.getAsJsonObject("inserted").get("node-name").getAsString().equals(node)) {
				return device;
			}
		}
		throw new AssertionError(node);
	}

	private Run running() {
		return Run.last(context.state().resolve("qemu/machine")).orElseThrow();
	}

	CommandLine commandLine() {
		return driver.capability(CommandLine.class).orElseThrow();
	}

	void on() throws BenchException {
		power().on(CancelToken.none());
	}

	void off() throws BenchException {
		power().off(CancelToken.none());
	}

	/** The process of the machine that goes. */
	ProcessHandle process() {
		final Path state = context.state().resolve("qemu/machine");
		return ProcessHandle.of(Run.last(state).orElseThrow().pid().orElseThrow()).orElseThrow();
	}

	NodeState awaitOff() throws InterruptedException {
		return context.await("", SOON, state -> state.word().equals("off"));
	}

	NodeState awaitOn() throws InterruptedException {
		return context.await("", SOON, state -> state.level() == Level.ON);
	}

	/** Hears the console from its beginning on. */
	Script script() throws BenchException {
		return Script.on(console(), "test", CancelToken.none(), 0);
	}

	/** Leaves the machine on and forgets it, as a process that ends does. */
	void abandon() {
		driver.close();
	}

	@Override
	public void close() throws Exception {
		off();
		driver.close();
		context.close();
	}

	private <T extends Capability> T child(String name, Class<T> type) {
		return driver.children().get(name).capability(type).orElseThrow();
	}
}
