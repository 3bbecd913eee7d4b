package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The prompt of a U-Boot: variables, the network and the start of a system, as far as a flow asks for them. */
final class FakeUboot {

	/** Where a line leaves the board. */
	enum Next {
		PROMPT, AUTOBOOT, LOGIN, NOWHERE
	}

	private final Function<String, FakeServer> servers;
	private final Faults faults;
	private final List<String> commands;
	private final Consumer<String> say;
	private final Map<String, String> environment = new HashMap<>();
	private final Map<String, String> memory = new HashMap<>();
	private int status;
	private Next next;

	/**
	 * @param servers the file servers by protocol
	 * @param commands keeps what was typed
	 * @param say puts a text on the console
	 */
	FakeUboot(Function<String, FakeServer> servers, Faults faults, List<String> commands, Consumer<String> say) {
		this.servers = servers;
		this.faults = faults;
		this.commands = commands;
		this.say = say;
	}

	/** Forgets variables and memory, as it does without power. */
	void reset() {
		environment.clear();
		memory.clear();
	}

	String variable(String name) {
		return environment.get(name);
	}

	Next enter(String typed) {
		next = Next.PROMPT;
		for (final List<String> words : Hush.parse(typed, () -> Integer.toString(status), environment::get)) {
			status = run(words);
		}
		return next;
	}

	private int run(List<String> words) {
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
		case "help" -> faults.comes(Fault.NO_WGET) ? says("Unknown command 'wget' - try 'help' without arguments for list of all known commands", 1) : says("wget - boot image via network", 0);
		case "booti" -> boot();
		default -> says("Unknown command '" + command + "' - try 'help'", 1);
		};
	}

	private int says(String text, int result) {
		say.accept(text + "\r\n");
		return result;
	}

	private int dhcp() {
		if (faults.comes(Fault.NO_LINK)) {
			return says("No ethernet found.", 1);
		}
		if (faults.comes(Fault.NO_DHCP)) {
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
		say.accept("Using virtio-net#30 device\r\nTFTP from server " + environment.get("serverip") + "; our IP address is 127.0.0.1\r\nFilename '" + name + "'.\r\nLoading: ");
		if (!"127.0.0.1".equals(environment.get("serverip")) || faults.comes(Fault.TFTP_TIMEOUT)) {
			return says("*T T T T T T T T T T \r\nRetry count exceeded; starting again", 1);
		}
		if (faults.comes(Fault.TFTP_MISSING)) {
			return says("*\r\nTFTP error: 'File not found' (1)\r\nNot retrying...", 1);
		}
		final var file = servers.apply(http ? "http" : "tftp").find(name);
		if (file.isEmpty()) {
			return says("*\r\nTFTP error: 'File not found' (1)\r\nNot retrying...", 1);
		}
		try {
			final long size = Files.size(file.get()) / (faults.comes(Fault.TFTP_SHORT) ? 2 : 1);
			memory.put(words.get(1), name);
			return says("####\r\n\t 1.2 MiB/s\r\ndone\r\nBytes transferred = " + size + " (" + Long.toHexString(size) + " hex)", 0);
		} catch (IOException e) {
			return says(e.toString(), 1);
		}
	}

	private int boot() {
		if (memory.isEmpty() || faults.comes(Fault.BAD_KERNEL)) {
			return says("Bad Linux ARM64 Image magic!", 1);
		}
		say.accept("## Flattened Device Tree blob\r\nStarting kernel ...\r\n\r\n");
		if (faults.comes(Fault.PANIC)) {
			next = Next.NOWHERE;
			return says("[    0.5] Kernel panic - not syncing: VFS: Unable to mount root fs", 0);
		}
		if (faults.comes(Fault.RESTART)) {
			next = Next.AUTOBOOT;
			return says("\r\nU-Boot 2023.01 (fake)", 0);
		}
		next = Next.LOGIN;
		say.accept("flasher up\r\nflasher login: ");
		return 0;
	}
}
