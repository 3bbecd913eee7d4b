package dev.benchtop.core.flash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Flasher;

/** A bench of one board with one flasher; what was shown on the board is kept. */
final class FakeBench {

	private final Path stateFolder;
	private final Flasher flasher;
	private final List<NodeState> shown = Collections.synchronizedList(new ArrayList<>());

	FakeBench(Path folder, Flasher flasher) {
		this.stateFolder = folder.resolve("virtual-x86");
		this.flasher = flasher;
	}

	Path stateFolder() {
		return stateFolder;
	}

	List<NodeState> shown() {
		return List.copyOf(shown);
	}

	Bench bench() {
		return proxy(Bench.class, (_, method, _) -> switch (method.getName()) {
			case "boards" -> List.of(board());
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	Board board() {
		return proxy(Board.class, (_, method, arguments) -> switch (method.getName()) {
			case "name" -> "virtual-x86";
			case "stateFolder" -> stateFolder;
			case "lock" -> BoardLocks.of(stateFolder);
			case "overlay" -> shown.add((NodeState) arguments[1]) ? null : null;
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	Node node() {
		return proxy(Node.class, (_, method, _) -> switch (method.getName()) {
			case "board" -> board();
			case "path" -> "machine.flasher";
			case "ref" -> Optional.empty();
			case "use" -> flasher;
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}
}
