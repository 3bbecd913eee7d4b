package dev.benchtop.ui.flash;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.flash.FlashRequest;

/** Orders for boards of nothing. */
final class Orders {

	private Orders() {
	}

	static FlashTask.Flash flash(String board, String image) {
		return new FlashTask.Flash(flasher(board), "root", new FlashRequest(Path.of(image), image, "root", true, Optional.empty()), false);
	}

	static FlashTask.Dump dump(String board, String file) {
		return new FlashTask.Dump(flasher(board), "root", Path.of(file));
	}

	static Node flasher(String name) {
		final var board = of(Board.class, (method, _) -> switch (method) {
			case "name" -> name;
			default -> throw new UnsupportedOperationException(method);
		});
		return of(Node.class, (method, _) -> switch (method) {
			case "board" -> board;
			case "path" -> "machine.flasher";
			default -> throw new UnsupportedOperationException(method);
		});
	}

	private interface Answer {
		Object to(String method, Object[] arguments);
	}

	private static <T> T of(Class<T> type, Answer answer) {
		return type.cast(Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
			case "equals" -> self == arguments[0];
			case "hashCode" -> System.identityHashCode(self);
			case "toString" -> type.getSimpleName();
			default -> answer.to(method.getName(), arguments);
		}));
	}
}
