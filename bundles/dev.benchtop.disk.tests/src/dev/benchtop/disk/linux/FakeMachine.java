package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.disk.Disk;

/** The files of a machine that is not there. */
final class FakeMachine {

	private final Path root;
	private final StringBuilder mounts = new StringBuilder();

	FakeMachine(Path root) throws IOException {
		this.root = root.toRealPath();
		write("proc/swaps", "Filename Type Size Used Priority\n");
		for (final String folder : new String[] {"sys/block", "sys/class/block", "sys/dev/block", "run/udev/data", "dev/disk/by-id"}) {
			Files.createDirectories(this.root.resolve(folder));
		}
		mount("0:21", "/proc", "proc", "proc", "rw");
	}

	FakeMachine write(String file, String text) throws IOException {
		final Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
		return this;
	}

	/** A block device whose folder is {@code sys/devices/PLACE}; a partition lies below its disk. */
	FakeMachine block(String place, String number, long bytes) throws IOException {
		final Path folder = Files.createDirectories(root.resolve("sys/devices").resolve(place));
		final String name = folder.getFileName().toString();
		Files.writeString(folder.resolve("size"), bytes / 512 + "\n");
		Files.writeString(folder.resolve("dev"), number + "\n");
		Files.createDirectories(folder.resolve("slaves"));
		Files.createDirectories(folder.resolve("holders"));
		link("sys/class/block/" + name, folder);
		link("sys/dev/block/" + number, folder);
		write("dev/" + name, "");
		if (!Files.exists(folder.getParent().resolve("size"))) {
			link("sys/block/" + name, folder);
		}
		return this;
	}

	FakeMachine partition(String place, String number, int index, long bytes) throws IOException {
		block(place, number, bytes);
		return write("sys/devices/" + place + "/partition", index + "\n").write("sys/devices/" + place + "/start", "2048\n");
	}

	/** {@code upper} is made of {@code lower}; both are kernel names. */
	FakeMachine stack(String upper, String lower) throws IOException {
		final Path above = root.resolve("sys/class/block").resolve(upper).toRealPath();
		final Path below = root.resolve("sys/class/block").resolve(lower).toRealPath();
		Files.createSymbolicLink(above.resolve("slaves").resolve(lower), below);
		Files.createSymbolicLink(below.resolve("holders").resolve(upper), above);
		return this;
	}

	FakeMachine link(String link, Path to) throws IOException {
		final Path path = root.resolve(link);
		Files.createDirectories(path.getParent());
		Files.createSymbolicLink(path, to);
		return this;
	}

	FakeMachine mount(String number, String point, String type, String source, String options) throws IOException {
		mounts.append("30 1 ").append(number).append(" / ").append(point.replace(" ", "\\040")).append(" rw shared:1 - ").append(type).append(' ').append(source)
				.append(' ').append(options).append('\n');
		return write("proc/self/mountinfo", mounts.toString());
	}

	Path path(String file) {
		return root.resolve(file);
	}

	LinuxDisks disks() {
		return new LinuxDisks(root, new Opening());
	}

	Disk disk(String name) throws IOException {
		return disks().disks().stream().filter(disk -> disk.name().equals(name)).findFirst().orElseThrow();
	}
}
