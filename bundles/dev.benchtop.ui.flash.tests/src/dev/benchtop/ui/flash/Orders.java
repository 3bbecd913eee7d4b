package dev.benchtop.ui.flash;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.testing.Fake;

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
		final var board = Fake.of(Board.class, (method, _) -> switch (method) {
			case "name" -> name;
			default -> Fake.unexpected(method);
		});
		return Fake.of(Node.class, (method, _) -> switch (method) {
			case "board" -> board;
			case "path" -> "machine.flasher";
			default -> Fake.unexpected(method);
		});
	}
}
