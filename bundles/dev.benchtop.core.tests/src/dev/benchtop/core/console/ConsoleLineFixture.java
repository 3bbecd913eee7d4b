package dev.benchtop.core.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.testing.Heard;

/** A console of a fake device, with a small buffer and a small log. */
abstract class ConsoleLineFixture {

	static final String PART = "console:serial";

	@TempDir
	Path folder;

	final FakeDevice device = new FakeDevice();
	BoardLock lock;
	ConsoleLine line;

	@BeforeEach
	void open() {
		lock = BoardLocks.of(folder.resolve("board"));
		line = new ConsoleLine("serial", device, log(), lock, PART, 4096, 1 << 20);
	}

	@AfterEach
	void close() {
		line.close();
	}

	final Path log() {
		return folder.resolve("board/logs/serial.log");
	}

	final Heard attach() {
		final var heard = new Heard();
		line.attach(heard);
		return heard;
	}

	final String logged() throws IOException {
		return Files.readString(log(), StandardCharsets.ISO_8859_1);
	}
}
