package dev.benchtop.serial.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.serial.Ptys;

@Timeout(60)
class OpenFailureTest {

	private static final int EACCES = 13;
	private static final int EBUSY = 16;

	@TempDir
	Path folder;

	/** A port that a group may use that is meant for it; returns its name. */
	private String group(Path port) throws Exception {
		final var view = Files.getFileAttributeView(port, PosixFileAttributeView.class);
		if (view.readAttributes().group().getName().equals("root")) {
			final GroupPrincipal dialout = port.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("dialout");
			view.setGroup(dialout);
		}
		return view.readAttributes().group().getName();
	}

	@Test
	void saysWhichGroupMay() throws Exception {
		final Path port = Files.createFile(folder.resolve("ttyUSB0"));
		Files.setPosixFilePermissions(port, PosixFilePermissions.fromString("rw-rw----"));
		final String group = group(port);
		final String message = OpenFailure.of(port, EACCES).getMessage();
		assertTrue(message.contains("usermod -aG " + group + " USER"), message);
	}

	@Test
	void advisesNobodyToJoinAGroupThatMayNotEither() throws Exception {
		final Path port = Files.createFile(folder.resolve("ttyUSB0"));
		Files.setPosixFilePermissions(port, PosixFilePermissions.fromString("rw-------"));
		final String message = OpenFailure.of(port, EACCES).getMessage();
		assertTrue(message.contains('"' + Files.getOwner(port).getName() + "\" alone"), message);
		assertTrue(!message.contains("usermod"), message);
	}

	@Test
	void saysThatAPortIsGone() {
		assertTrue(OpenFailure.of(folder.resolve("ttyUSB0"), EBUSY).getMessage().endsWith("ttyUSB0 is gone"));
	}

	@Test
	void saysWhichProgramHasThePort() throws Exception {
		try (var cable = new Ptys(folder)) {
			assertEquals(List.of(), Holders.HERE.of(cable.host()).stream().filter(OpenFailureTest::isThisOne).toList());
			try (var _ = FileChannel.open(cable.host(), StandardOpenOption.READ)) {
				final var holders = Holders.HERE.of(cable.host());
				assertTrue(holders.stream().anyMatch(OpenFailureTest::isThisOne), holders::toString);
				final String message = OpenFailure.of(cable.host(), EBUSY).getMessage();
				assertTrue(message.contains("is used by ") && message.contains(holders.getFirst()), message);
			}
		}
	}

	@Test
	void saysThatAPortIsUsedByWhomItMayNotSee() throws Exception {
		try (var cable = new Ptys(folder)) {
			final String message = OpenFailure.of(cable.board(), EBUSY).getMessage();
			assertTrue(message.contains(" is used by "), message);
			assertTrue(!message.contains("no serial port"), message);
		}
	}

	@Test
	void tellsNoProgramWhereTheSystemDoesNot() {
		assertEquals(List.of(), new Holders(folder.resolve("none")).of(Path.of("/dev/null")));
	}

	@Test
	void findsAProcessThatClosesOtherFilesMeanwhile() throws Exception {
		final Path port = Files.createFile(folder.resolve("ttyUSB0")).toRealPath();
		final Path process = Files.createDirectory(folder.resolve("4711"));
		Files.writeString(process.resolve("comm"), "picocom\n");
		final Path open = Files.createDirectory(process.resolve("fd"));
		for (int unreadable = 0; unreadable < 20; unreadable++) {
			Files.createFile(open.resolve(Integer.toString(unreadable)));
		}
		Files.createSymbolicLink(open.resolve("20"), port);
		assertEquals(List.of("picocom (4711)"), new Holders(folder).of(port));
	}

	private static boolean isThisOne(String holder) {
		return holder.endsWith(" (" + ProcessHandle.current().pid() + ')');
	}
}
