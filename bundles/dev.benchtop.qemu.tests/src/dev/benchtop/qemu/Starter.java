package dev.benchtop.qemu;

import java.nio.file.Path;
import java.time.Duration;

/** Switches a board on, lets it say something, and ends without closing anything. */
final class Starter {

	private Starter() {
	}

	public static void main(String[] arguments) throws Exception {
		final var context = new VirtualContext(Path.of(arguments[0]), Path.of(arguments[1]));
		final var board = new Virtual(context, Configs.uboot(), Host.system());
		board.on();
		try (var script = board.script()) {
			GuestTest.prompt(script);
			script.uboot("echo kept", Duration.ofSeconds(60));
			Runtime.getRuntime().halt(ChildJvm.KILLED);
		}
	}
}
