package dev.benchtop.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.cli.Desk;

class MachineCommandsTest {

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws Exception {
		desk = new Desk(home);
		desk.file("pc.yaml", """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: pc}
				export:
				  machine: {type: machine}
				""");
	}

	@Test
	void snapshotsAreShownAsTheTreeThatTheyAre() {
		assertEquals(0, desk.run("snapshot", "pc", "save", "first", "--note", "fresh").code());
		assertEquals(0, desk.run("snapshot", "pc", "save", "second").code());
		assertEquals(0, desk.run("snapshot", "pc", "load", "first", "--yes").code());

		final var lines = desk.run("snapshot", "pc").out().lines().toList();

		assertTrue(lines.getFirst().matches("\\* first  [-0-9]+ [:0-9]+  running  fresh"), lines::toString);
		assertTrue(lines.getLast().matches("    second  [-0-9]+ [:0-9]+  disks"), lines::toString);
		final var json = desk.run("--json", "snapshot", "pc", "list").json().getAsJsonObject();
		assertEquals("first", json.get("current").getAsString());
		assertEquals("first", json.getAsJsonArray("snapshots").get(1).getAsJsonObject().get("parent").getAsString());
	}

	@Test
	void whatIsLostIsNamedBefore() {
		desk.run("snapshot", "pc", "save", "first");

		final var run = desk.run("snapshot", "pc", "delete", "first");

		assertEquals(2, run.code());
		assertTrue(run.err().contains("What it kept is lost."), run.err());
		assertEquals(0, desk.run("snapshot", "pc", "delete", "first", "--yes").code());
		assertEquals("", desk.run("snapshot", "pc").out());
		assertEquals(2, desk.run("snapshot", "pc", "load").code());
	}

	@Test
	void resizes() {
		assertEquals(0, desk.run("resize", "pc", "disk", "20G").code());
		assertEquals(0, desk.run("resize", "pc:data", "disk", "512M").code());
		assertEquals(0, desk.run("resize", "pc", "memory", "2G").code());
		assertEquals(List.of("disk root 20G", "disk data 512M", "memory 2G"), desk.machine().done());

		final var run = desk.run("resize", "pc", "disk", "big");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("such as 512M or 20G"), run.err());
	}

	@Test
	void verbsSayWhyNot() {
		assertEquals(0, desk.run("pause", "pc").code());
		assertEquals(List.of("pause"), desk.machine().done());
		final var run = desk.run("resume", "pc");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("It is not paused"), run.err());
		assertEquals(2, desk.run("reset", "pc").code());
		assertEquals(2, desk.run("commit", "fake").code());
	}

	@Test
	void printsTheCommandLine() {
		assertEquals("/usr/bin/machine -name 'a b'\n", desk.run("command", "pc").out());
		assertEquals("#!/bin/sh\nexec machine\n", desk.run("command", "pc", "--script").out());
		assertEquals("a b", desk.run("--json", "command", "pc").json().getAsJsonObject().getAsJsonArray("command").get(2).getAsString());
	}
}
