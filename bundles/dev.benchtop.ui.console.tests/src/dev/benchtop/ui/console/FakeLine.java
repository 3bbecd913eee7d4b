package dev.benchtop.ui.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleLease;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.testing.Fake;

/** A console of nothing, on a node of a board of nothing; it says what it is told to. */
final class FakeLine implements Console {

	final List<ConsoleListener> listeners = new CopyOnWriteArrayList<>();
	volatile ConsoleState state = new ConsoleState(ConsoleState.Line.OPEN, Optional.empty(), Optional.empty(), "fake line");
	volatile Optional<Holder> holder = Optional.empty();
	volatile String before = "";
	volatile BenchException refusal;
	volatile Power power;
	volatile boolean opened;
	volatile Runnable whileOpening = () -> { };

	void says(String text) {
		listeners.forEach(listener -> listener.received(bytes(text), false));
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** A node that offers this console, and the board's power where there is one. */
	Node node(String board, String path) {
		final Board[] around = {null};
		final var node = Fake.of(Node.class, (method, arguments) -> switch (method) {
			case "board" -> around[0];
			case "path" -> path;
			case "ref" -> Optional.empty();
			case "offers" -> arguments[0] == Power.class && power != null;
			case "state" -> new NodeState(power.state() == Power.State.OFF ? NodeState.Level.OFF : NodeState.Level.ON, "", "");
			case "use" -> {
				if (refusal != null) {
					throw refusal;
				}
				yield this;
			}
			default -> Fake.unexpected(method);
		});
		around[0] = Fake.of(Board.class, (method, _) -> switch (method) {
			case "name" -> board;
			case "allNodes" -> List.of(node);
			default -> Fake.unexpected(method);
		});
		return node;
	}

	@Override
	public Attachment attach(ConsoleListener listener) {
		listener.received(bytes(before), true);
		listener.live();
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	@Override
	public Attachment attach(ConsoleListener listener, long from) {
		return attach(listener);
	}

	@Override
	public long position() {
		return 0;
	}

	@Override
	public void open() {
		whileOpening.run();
		opened = true;
	}

	@Override
	public ConsoleState state() {
		return state;
	}

	@Override
	public void write(byte[] bytes, boolean sensitive) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ConsoleLease lease(String by) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void takeOver() {
		holder = Optional.empty();
	}

	@Override
	public Optional<Holder> heldBy() {
		return holder;
	}

	@Override
	public Path log() {
		return Path.of("console.log");
	}

	@Override
	public void clear() {
		before = "";
	}
}
