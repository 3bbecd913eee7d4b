package dev.benchtop.core.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;

class BenchEditorTest {

	@TempDir
	Path folder;

	private Path file(String text) throws Exception {
		return Files.writeString(folder.resolve("b.yaml"), text);
	}

	@Test
	void changesOnePlaceAndKeepsPermissions() throws Exception {
		final var file = file("# mine\nexport:\n  m: {type: qemu, config: {mem: 512M}} # here\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		final var editor = BenchEditor.open(file);
		editor.set("export.m.config.mem", new ByteSize(1L << 30));
		editor.set("export.m.config.wait", Duration.ofSeconds(90));
		assertEquals("# mine\nexport:\n  m: {type: qemu, config: {mem: 512M}} # here\n", Files.readString(file));
		editor.save();
		assertEquals("# mine\nexport:\n  m: {type: qemu, config: {mem: 1G, wait: 1m30s}} # here\n", Files.readString(file));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(Optional.of("1G"), editor.get("export.m.config.mem"));
		assertEquals(Optional.empty(), editor.get("export.m.config.none"));
		editor.set("export.m.config.wait", null);
		editor.save();
		assertEquals(List.of("# mine", "export:", "  m: {type: qemu, config: {mem: 1G}} # here"), Files.readAllLines(file));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	void isRefusedWhereTheFileWasChangedMeanwhile() throws Exception {
		final var file = file("a: 1\n");
		final var editor = BenchEditor.open(file);
		editor.set("a", 2);
		Files.writeString(file, "a: 3\n");
		final var e = assertThrows(BenchException.class, editor::save);
		assertEquals("The file was changed by someone else meanwhile, so it was not saved", e.what());
		assertEquals("a: 3\n", Files.readString(file));
	}

	@Test
	void followsALink() throws Exception {
		final var target = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("t.yaml"), "\uFEFFa: 1\n");
		final var link = Files.createSymbolicLink(folder.resolve("l.yaml"), target);
		final var editor = BenchEditor.open(link);
		editor.set("a", 2);
		editor.save();
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("\uFEFFa: 2\n", Files.readString(target));
	}

	@Test
	void saysWhereAFileIsNotYaml() throws Exception {
		final var file = file("a: 1\nb: c: d\n");
		final var e = assertThrows(BenchException.class, () -> BenchEditor.open(file));
		assertEquals(file + ":2: The file is not YAML; change it in a text editor: mapping values are not allowed here", e.getMessage());
	}

	@Test
	void writesNoSecret() throws Exception {
		final var editor = BenchEditor.open(file("a: 1\n"));
		assertThrows(IllegalArgumentException.class, () -> editor.set("a", new Secret("x")));
	}

	@Test
	void rendersAndCreatesABoard() throws Exception {
		final Map<String, Object> config = new LinkedHashMap<>();
		config.put("arch", "x86_64");
		config.put("smp", 2);
		config.put("disks", Map.of("root", Map.of("size", "1G")));
		config.put("args", List.of("-a", "on"));
		final String text = BenchEditor.render("b1", "A board: mine", "machine", "qemu", config);
		assertEquals("""
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata:
				  name: b1
				description: "A board: mine"
				export:
				  machine:
				    type: qemu
				    config:
				      arch: x86_64
				      smp: 2
				      disks:
				        root:
				          size: 1G
				      args: [-a, "on"]
				""", text);
		final var file = BenchEditor.create(folder, "b1", text);
		assertEquals(text, Files.readString(file));
		assertEquals("b1.yaml", file.getFileName().toString());
		assertEquals("There is a file \"b1.yaml\" already", assertThrows(BenchException.class, () -> BenchEditor.create(folder, "b1", text)).what());
		assertThrows(BenchException.class, () -> BenchEditor.create(folder, "../b1", text));
		assertEquals("x86_64", BenchEditor.open(file).get("export.machine.config.arch").orElseThrow());
		assertEquals("", BenchEditor.render("a", "", "m", "t", Map.of()).replaceAll("(?s).*    type: t\n", ""));
	}

	@Test
	void rendersAStorage() {
		assertEquals("""
				apiVersion: benchtop.dev/v1
				kind: Storage
				metadata:
				  name: images
				storage:
				  type: opendal
				  config:
				    scheme: fs
				""", BenchEditor.renderStorage("images", "", "opendal", Map.of("scheme", "fs")));
	}
}
