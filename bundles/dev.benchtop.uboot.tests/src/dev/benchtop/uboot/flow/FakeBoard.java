package dev.benchtop.uboot.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;

/**
 * A board on the other end of a console: a U-Boot that knows what a flow asks of it, and a system whose shell is a real one with a
 * file for its disk. Each fault comes as often as it is told.
 */
public final class FakeBoard implements LineTransport, Power, AutoCloseable {

	/** What goes wrong. */
	public enum Fault {
		NO_POWER, SILENT, NO_PROMPT, AUTOBOOT_MISSED, NO_LINK, NO_DHCP, TFTP_MISSING, TFTP_TIMEOUT, TFTP_SHORT, BAD_KERNEL, PANIC, RESTART, LOGIN_REFUSED, NO_DISK,
		DD_ERROR, NO_SPACE, WRONG_BYTES, CONSOLE_DIES, NO_WGET
	}

	private enum State {
		OFF, AUTOBOOT, UBOOT, LOGIN, PASSWORD, SHELL, DEAD
	}

	private static final byte[] END = {};
	private static final String PROMPT = "=> ";

	private final Path folder;
	private final Function<String, FakeServer> servers;
	private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
	private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
	private final Map<String, String> environment = new HashMap<>();
	private final Map<String, String> memory = new HashMap<>();
	private final StringBuilder line = new StringBuilder();
	private volatile State state = State.OFF;
	private volatile BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
	private boolean echo = true;
	private int status;
	private int boots;
	private Process shell;

	/**
	 * @param folder holds its disk, {@code disk}
	 * @param servers the file servers by protocol
	 */
	FakeBoard(Path folder, Function<String, FakeServer> servers) {
		this.folder = folder;
		this.servers = servers;
	}

	public FakeBoard fails(Fault fault, int times) {
		faults.put(fault, times);
		return this;
	}

	/** Its system has the program fls. */
	void withFls() throws IOException {
		Files.writeString(folder.resolve("FLS"), "");
	}

	/** What was typed at its prompts, without marks. */
	List<String> commands() {
		return List.copyOf(commands);
	}

	/** How often power was switched on. */
	public int boots() {
		return boots;
	}

	public String variable(String name) {
		return environment.get(name);
	}

	private synchronized boolean fails(Fault fault) {
		final int left = faults.getOrDefault(fault, 0);
		faults.put(fault, Math.max(0, left - 1));
		return left > 0;
	}

	@Override
	public synchronized void on(CancelToken cancel) throws BenchException {
		if (fails(Fault.NO_POWER)) {
			throw BenchException.failed("The relay does not answer").next("Look at the relay").build();
		}
		if (state != State.OFF) {
			return;
		}
		boots++;
		said = new LinkedBlockingQueue<>();
		environment.clear();
		memory.clear();
		line.setLength(0);
		echo = true;
		state = State.AUTOBOOT;
		if (fails(Fault.SILENT)) {
			state = State.DEAD;
		} else if (fails(Fault.NO_PROMPT)) {
			state = State.DEAD;
			say("ROM: no boot device\r\n");
		} else {
			say("\r\nU-Boot 2023.01 (fake)\r\n\r\nHit any key to stop autoboot:  2 ");
		}
	}

	@Override
	public synchronized void off(CancelToken cancel) {
		state = State.OFF;
		endShell();
		said.add(END);
	}

	@Override
	public Power.State state() {
		return state == State.OFF ? Power.State.OFF : Power.State.ON;
	}

	private void endShell() {
		if (shell != null) {
			shell.descendants().forEach(ProcessHandle::destroyForcibly);
			shell.destroyForcibly();
			shell = null;
		}
	}

	private void say(String text) {
		said.add(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Override
	public synchronized Connection open() throws IOException {
		if (state == State.OFF) {
			throw new LineOffException("the board is off");
		}
		final var queue = said;
		return new Connection() {
			@Override
			public InputStream input() {
				return new Said(queue);
			}

			@Override
			public OutputStream output() {
				return new OutputStream() {
					@Override
					public void write(int value) {
						type((char) (value & 0xff));
					}
				};
			}

			@Override
			public void close() {
				queue.add(END);
			}
		};
	}

	@Override
	public String detail() {
		return "fake0";
	}

	private synchronized void type(char key) {
		switch (state) {
		case OFF, DEAD -> { }
		case AUTOBOOT -> {
			if (fails(Fault.AUTOBOOT_MISSED)) {
				state = State.DEAD;
				say("\b\b0 \r\nStarting kernel ...\r\n\r\n");
			} else {
				state = State.UBOOT;
				say("\b\b0 \r\n" + PROMPT);
			}
		}
		default -> {
			if (key == 3) {
				interrupt();
			} else if (key == '\n') {
				final String typed = line.toString();
				line.setLength(0);
				if (echo && state != State.PASSWORD) {
					say("\r\n");
				}
				enter(typed);
			} else {
				line.append(key);
				if (echo && state != State.PASSWORD) {
					say(String.valueOf(key));
				}
			}
		}
		}
	}

	private void interrupt() {
		line.setLength(0);
		if (state == State.UBOOT) {
			say("<INTERRUPT>\r\n" + PROMPT);
		} else if (state == State.SHELL) {
			shell.descendants().forEach(ProcessHandle::destroyForcibly);
			run("true");
		}
	}

	private void enter(String typed) {
		switch (state) {
		case UBOOT -> {
			uboot(typed);
			if (state == State.UBOOT) {
				say(PROMPT);
			}
		}
		case LOGIN -> {
			state = State.PASSWORD;
			say("Password: ");
		}
		case PASSWORD -> {
			if (!typed.equals("password") || fails(Fault.LOGIN_REFUSED)) {
				state = State.LOGIN;
				say("\r\nLogin incorrect\r\nflasher login: ");
			} else {
				state = State.SHELL;
				say("\r\n");
				startShell();
			}
		}
		case SHELL -> {
			commands.add(typed);
			if (typed.contains("bt-script") && typed.startsWith("sh ") && fails(Fault.CONSOLE_DIES)) {
				state = State.DEAD;
				endShell();
				said.add(END);
				return;
			}
			echo &= !typed.contains("stty -echo");
			run(typed);
		}
		default -> { }
		}
	}

	private void uboot(String typed) {
		for (final List<String> words : Hush.parse(typed, () -> Integer.toString(status), environment::get)) {
			status = uboot(words);
		}
	}

	private int uboot(List<String> words) {
		final String command = words.getFirst();
		if (!command.equals("echo")) {
			commands.add(String.join(" ", words));
		}
		return switch (command) {
		case "echo" -> says(String.join(" ", words.subList(1, words.size())), 0);
		case "setenv" -> {
			if (words.size() == 2) {
				environment.remove(words.get(1));
			} else {
				environment.put(words.get(1), String.join(" ", words.subList(2, words.size())));
			}
			yield 0;
		}
		case "printenv" -> environment.containsKey(words.get(1)) ? says(words.get(1) + '=' + environment.get(words.get(1)), 0)
				: says("## Error: \"" + words.get(1) + "\" not defined", 1);
		case "dhcp" -> dhcp();
		case "tftpboot", "wget" -> load(words);
		case "help" -> fails(Fault.NO_WGET) ? says("Unknown command 'wget' - try 'help' without arguments for list of all known commands", 1) : says("wget - boot image via network", 0);
		case "booti" -> boot();
		default -> says("Unknown command '" + command + "' - try 'help'", 1);
		};
	}

	private int says(String text, int result) {
		say(text + "\r\n");
		return result;
	}

	private int dhcp() {
		if (fails(Fault.NO_LINK)) {
			return says("No ethernet found.", 1);
		}
		if (fails(Fault.NO_DHCP)) {
			return says("BOOTP broadcast 1\r\nBOOTP broadcast 17\r\n\r\nRetry time exceeded; starting again", 1);
		}
		environment.put("ipaddr", "127.0.0.1");
		environment.put("netmask", "255.255.255.0");
		environment.put("serverip", "10.0.2.2");
		return says("BOOTP broadcast 1\r\nDHCP client bound to address 127.0.0.1 (1 ms)", 0);
	}

	private int load(List<String> words) {
		final boolean http = words.getFirst().equals("wget");
		final String name = http ? words.get(2).substring(words.get(2).indexOf('/') + 1) : words.get(2);
		say("Using virtio-net#30 device\r\nTFTP from server " + environment.get("serverip") + "; our IP address is 127.0.0.1\r\nFilename '" + name + "'.\r\nLoading: ");
		if (!"127.0.0.1".equals(environment.get("serverip")) || fails(Fault.TFTP_TIMEOUT)) {
			return says("*T T T T T T T T T T \r\nRetry count exceeded; starting again", 1);
		}
		if (fails(Fault.TFTP_MISSING)) {
			return says("*\r\nTFTP error: 'File not found' (1)\r\nNot retrying...", 1);
		}
		final var file = servers.apply(http ? "http" : "tftp").find(name);
		if (file.isEmpty()) {
			return says("*\r\nTFTP error: 'File not found' (1)\r\nNot retrying...", 1);
		}
		try {
			final long size = Files.size(file.get()) / (fails(Fault.TFTP_SHORT) ? 2 : 1);
			memory.put(words.get(1), name);
			return says("####\r\n\t 1.2 MiB/s\r\ndone\r\nBytes transferred = " + size + " (" + Long.toHexString(size) + " hex)", 0);
		} catch (IOException e) {
			return says(e.toString(), 1);
		}
	}

	private int boot() {
		if (memory.isEmpty() || fails(Fault.BAD_KERNEL)) {
			return says("Bad Linux ARM64 Image magic!", 1);
		}
		say("## Flattened Device Tree blob\r\nStarting kernel ...\r\n\r\n");
		if (fails(Fault.PANIC)) {
			state = State.DEAD;
			return says("[    0.5] Kernel panic - not syncing: VFS: Unable to mount root fs", 0);
		}
		if (fails(Fault.RESTART)) {
			state = State.AUTOBOOT;
			return says("\r\nU-Boot 2023.01 (fake)", 0);
		}
		state = State.LOGIN;
		say("flasher up\r\nflasher login: ");
		return 0;
	}

	private void startShell() {
		try {
			final var builder = new ProcessBuilder("bash", "--norc", "--noprofile").redirectErrorStream(true).directory(folder.toFile());
			builder.environment().put("B", folder.toString());
			builder.environment().put("LC_ALL", "C");
			shell = builder.start();
			final var output = shell.getInputStream();
			final var queue = said;
			Thread.ofPlatform().daemon().start(() -> pump(output, queue));
			try (InputStream shims = FakeBoard.class.getResourceAsStream("board.sh")) {
				shell.getOutputStream().write(shims.readAllBytes());
			}
			run("PS1='# '");
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void pump(InputStream output, BlockingQueue<byte[]> queue) {
		final byte[] buffer = new byte[4096];
		try {
			for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
				queue.add(new String(buffer, 0, count, StandardCharsets.ISO_8859_1).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			}
		} catch (IOException e) {
			return; // the shell was ended
		}
	}

	/** Gives a line to the shell, with the faults that are due. */
	private void run(String typed) {
		try {
			if (typed.startsWith("sh ")) {
				for (final Fault fault : List.of(Fault.DD_ERROR, Fault.NO_SPACE, Fault.WRONG_BYTES)) {
					if (faults.getOrDefault(fault, 0) > 0 && Files.readString(folder.resolve("bt-script")).contains("iflag=fullblock") && fails(fault)) {
						Files.writeString(folder.resolve(fault.name()), "");
					}
				}
			}
			if (faults.getOrDefault(Fault.NO_DISK, 0) > 0) {
				Files.writeString(folder.resolve("NO_DISK"), "");
			}
			final String safe = typed.replace("/tmp/bt", "$B/bt").replace("/proc/sys/vm/drop_caches", "/dev/null");
			final Path command = folder.resolve("line");
			Files.writeString(command, safe.replace("'$B/bt", "\"$B\"'/bt") + '\n', StandardCharsets.ISO_8859_1);
			shell.getOutputStream().write(". ./line </dev/null; printf '%s' \"$PS1\"\n".getBytes(StandardCharsets.ISO_8859_1));
			shell.getOutputStream().flush();
		} catch (IOException e) {
			say("the shell is gone\r\n");
		}
	}

	@Override
	public void close() {
		off(CancelToken.none());
	}

	/** What was said, read by the console. */
	private static final class Said extends InputStream {

		private final BlockingQueue<byte[]> queue;
		private ByteArrayInputStream now = new ByteArrayInputStream(END);
		private boolean ended;

		Said(BlockingQueue<byte[]> queue) {
			this.queue = queue;
		}

		@Override
		public int read() throws IOException {
			final var one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			if (now.available() == 0 && !ended) {
				try {
					final byte[] next = queue.take();
					ended = next.length == 0;
					now = new ByteArrayInputStream(next);
				} catch (InterruptedException e) {
					throw new IOException(e);
				}
			}
			return ended ? -1 : now.read(into, offset, length);
		}
	}
}
