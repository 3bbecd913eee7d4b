package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** Servers of Debian's for consoles. */
final class Programs {

	private Programs() {
	}

	/** ser2net(8), which serves one device by RFC 2217. */
	static ServerProcess ser2net(Path folder, Path device) throws IOException, InterruptedException {
		final String program = Needs.program("ser2net").toString();
		final Path config = folder.resolve("ser2net.yaml");
		return ServerProcess.start(folder.resolve("ser2net.log"), port -> {
			Files.writeString(config, """
					%%YAML 1.1
					---
					connection: &port
					  accepter: telnet(rfc2217),tcp,127.0.0.1,%d
					  connector: serialdev,%s,9600n81,local
					  options:
					    kickolduser: true
					""".formatted(port, device));
			return List.of(program, "-n", "-c", config.toString());
		});
	}

	/** telnetd(8) of inetutils in front of a program. */
	static ServerProcess telnetd(Path folder, Path program) throws IOException, InterruptedException {
		Needs.programs("socat", "telnetd");
		return ServerProcess.start(folder.resolve("telnetd.log"), port -> List.of("socat", "tcp-listen:" + port + ",bind=127.0.0.1,reuseaddr,fork",
				"exec:telnetd -h -E " + program + ",nofork"));
	}
}
