package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.console.Script;
import dev.benchtop.testing.Needs;

/** A cloud image from flash to power off: cloud-init makes the user, who logs in on the console and by SSH. */
class CloudImageTest {

	/** It takes less than a minute on an idle machine. */
	private static final Duration BOOT = Duration.ofMinutes(10);
	/** A login took more than a minute on a machine with ten times as much to do as it can. */
	private static final Duration ANSWER = Duration.ofMinutes(5);
	private static final String NAME = "cloud";

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@Test
	void flashedBootedAndReachedInThreeWays() throws Exception {
		Needs.programs("qemu-system-x86_64", "zstd", "mmdebstrap");
		final Path image = Samples.image("benchtop-cloud");
		final Path bench = bench(temporary.resolve("bench"));
		final Board board = Window.openTrusted(bench).board(NAME);
		final long begun = System.nanoTime();

		final var product = new ProductProcess(temporary.resolve("user")).sameUser();
		final var flash = product.run(bench, "flash", NAME, image.toString());
		assertEquals(0, flash.code(), flash.err());
		say("flashed and verified", begun);

		final Power power = board.find("", Power.class).use(Power.class);
		power.on(CancelToken.none());
		say("on", begun);
		Window.select(board);
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("cloudy login:", BOOT);
		say("login prompt", begun);
		final String kernel = loginOnTheConsole(board.find("", Console.class).use(Console.class));
		say("logged in on the console", begun);
		Pictures.take("cloud-1-console");

		assertScreen(board.find("", Display.class).use(Display.class));
		untilSshAnswers(board.find("", RemoteShell.class).use(RemoteShell.class));
		final var uname = product.run(bench, "ssh", NAME, "uname", "-r");
		assertEquals(kernel, uname.out().strip(), uname.err());
		assertEquals(0, uname.code());
		assertEquals(7, product.run(bench, "ssh", NAME, "exit 7").code());
		say("reached by SSH", begun);

		Window.select(board.node("machine.ssh").orElseThrow());
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("tester@cloudy:~$", ANSWER);
		Pictures.take("cloud-2-ssh");

		power.off(CancelToken.none());
		assertEquals(Power.State.OFF, power.state());
		Ui.until("the cloud board is off", Ui.SOON, () -> Window.word(NAME).equals("off"));
		say("off", begun);
	}

	private static Path bench(Path folder) throws Exception {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("cloud.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: cloud}
				export:
				  machine:
				    type: qemu
				    config:
				      arch: x86_64
				      accel: tcg
				      smp: 2
				      mem: 1G
				      disks: {root: {size: 2G}}
				      hostname: cloudy
				      user_data: extra.cfg
				      username: tester
				      password: cloud-secret
				      hostfwd: {ssh: {guestport: 22}}
				""");
		Files.writeString(folder.resolve("extra.cfg"), """
				#cloud-config
				hostname: cloudy
				write_files:
				- path: /etc/benchtop-extra
				  content: from the own user-data
				""");
		return folder.toRealPath();
	}

	/** Logs in, becomes root, and says which kernel runs. */
	private static String loginOnTheConsole(Console console) throws Exception {
		try (var script = Script.on(console, "end-to-end test", CancelToken.none(), 0)) {
			script.login("tester", new Secret("cloud-secret"), ANSWER);
			final var root = script.command("sudo -n id -u", ANSWER);
			assertEquals("0", root.output());
			assertEquals(0, root.status());
			assertEquals("tester", script.command("id -un", ANSWER).output());
			script.command("cloud-init status --wait", BOOT); // it starts the SSH server anew when it allows passwords
			assertEquals("from the own user-data", script.command("cat /etc/benchtop-extra", ANSWER).output());
			final var schema = script.command("sudo -n cloud-init schema --config-file /var/lib/cloud/instance/cloud-config.txt", BOOT);
			assertEquals(0, schema.status(), schema.output());
			return script.command("uname -r", ANSWER).output();
		}
	}

	private static void assertScreen(Display display) throws Exception {
		try (var rfb = display.open()) {
			final var version = ByteBuffer.allocate(12);
			while (version.hasRemaining()) {
				assertTrue(rfb.read(version) >= 0);
			}
			assertEquals("RFB 003.008\n", new String(version.array(), StandardCharsets.US_ASCII));
		}
	}

	/** The server of the board comes after the login prompt. */
	private static void untilSshAnswers(RemoteShell shell) throws Exception {
		Waits.until("an answer by SSH", BOOT, () -> {
			try (var running = shell.start(Optional.of("true"), Optional.empty(), CancelToken.none())) {
				return running.await(CancelToken.none()) == 0;
			} catch (BenchException e) {
				return false;
			}
		});
	}

	private static void say(String what, long since) {
		System.getLogger(CloudImageTest.class.getName()).log(System.Logger.Level.INFO, () -> String.format("cloud %s: %.1f s", what, (System.nanoTime() - since) / 1e9));
	}
}
