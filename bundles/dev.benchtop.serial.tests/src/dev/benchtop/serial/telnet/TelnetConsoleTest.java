package dev.benchtop.serial.telnet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.Console;
import dev.benchtop.serial.Desk;
import dev.benchtop.testing.Heard;

/** Telnet with the server of inetutils. */
@Timeout(120)
class TelnetConsoleTest {

	@TempDir
	Path folder;

	private Path shell() throws Exception {
		final Path script = folder.resolve("shell");
		Files.writeString(script, "#!/bin/sh\nprintf 'ready \\377\\n'\nwhile read -r line; do printf 'said <%s> at ' \"$line\"; stty size; echo \"as $TERM\"; done\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
		return script;
	}

	@Test
	void isTheConsoleOfTheServer() throws Exception {
		try (var server = Programs.telnetd(folder, shell()); var desk = Desk.of(folder, "telnet", "host: localhost, port: " + server.port())) {
			final Console console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				heard.await(text -> text.contains("ready \u00ff"));
				console.write("hello\r".getBytes(StandardCharsets.US_ASCII));
				heard.await(text -> text.contains("said <hello> at 24 80") && text.contains("as xterm"));
				console.resized(132, 43);
				console.write("larger\r".getBytes(StandardCharsets.US_ASCII));
				final String all = heard.await(text -> text.contains("said <larger> at 43 132"));
				assertTrue(all.contains("hello\r\n"), all);
			}
		}
	}
}
