package dev.benchtop.disk.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.disk.Disk;
import dev.benchtop.disk.Disk.Mount;

class LinuxDisksTest {

	private static final long GIB = 1L << 30;
	private static final String USB = "pci0000:00/usb2/2-1/2-1:1.0/host4/target4:0:0/4:0:0:0";

	@TempDir
	private Path folder;
	private FakeMachine machine;

	@BeforeEach
	void setUp() throws IOException {
		machine = new FakeMachine(folder);
		machine.block("pci0000:00/ata1/block/sda", "8:0", 500 * GIB).partition("pci0000:00/ata1/block/sda/sda1", "8:1", 1, GIB)
				.partition("pci0000:00/ata1/block/sda/sda2", "8:2", 2, 400 * GIB);
	}

	private void stick() throws IOException {
		machine.block(USB + "/block/sdb", "8:16", 32 * GIB).partition(USB + "/block/sdb/sdb1", "8:17", 1, GIB);
		machine.link("sys/devices/" + USB + "/block/sdb/device", machine.path("sys/devices/" + USB));
		machine.write("sys/devices/pci0000:00/usb2/2-1/idVendor", "0781\n").write("sys/devices/pci0000:00/usb2/2-1/manufacturer", "SanDisk\n")
				.write("sys/devices/pci0000:00/usb2/2-1/product", "Ultra\n").write("sys/devices/pci0000:00/usb2/2-1/serial", "4C5300\n")
				.write("sys/devices/" + USB + "/block/sdb/diskseq", "12\n").write("sys/devices/" + USB + "/block/sdb/removable", "1\n");
		machine.link("dev/disk/by-id/usb-SanDisk_Ultra_4C5300-0:0", machine.path("dev/sdb"));
		machine.write("run/udev/data/b8:17", "S:disk/by-label/boot\nE:ID_FS_TYPE=vfat\nE:ID_FS_LABEL_ENC=my\\x20boot\n");
	}

	@Test
	void aStickIsKnownByAllThatIsToldOfIt() throws IOException {
		stick();
		machine.mount("8:17", "/media/my boot", "vfat", "/dev/sdb1", "rw");
		final Disk disk = machine.disk("sdb");
		assertEquals("SanDisk Ultra", disk.title());
		assertEquals("4C5300", disk.serial());
		assertEquals(32 * GIB, disk.bytes());
		assertEquals("usb", disk.bus());
		assertEquals("2-1", disk.busPath());
		assertEquals(12, disk.sequence());
		assertEquals("usb-SanDisk_Ultra_4C5300-0:0", disk.id());
		assertTrue(disk.removable());
		assertEquals(Optional.of("vfat"), disk.partitions().getFirst().fileSystem());
		assertEquals(Optional.of("my boot"), disk.partitions().getFirst().label());
		assertEquals(List.of(new Mount("sdb1", Path.of("/media/my boot"))), disk.mounts());
		assertEquals(Optional.empty(), disk.system());
		assertEquals(List.of(), disk.users());
	}

	@Test
	void aCardReaderWithoutCardAndWhatIsNoDiskIsLeftOut() throws IOException {
		machine.block(USB + "/block/sdc", "8:32", 0).block("virtual/block/zram0", "252:0", GIB).block("virtual/block/dm-0", "253:0", GIB)
				.block("virtual/block/loop0", "7:0", 0);
		assertEquals(List.of("sda"), machine.disks().disks().stream().map(Disk::name).toList());
	}

	@Test
	void theRootIsFoundThroughAVolumeOnAnEncryptedPartition() throws IOException {
		machine.block("virtual/block/dm-0", "253:0", 399 * GIB).block("virtual/block/dm-1", "253:1", 398 * GIB);
		machine.stack("dm-0", "sda2").stack("dm-1", "dm-0").mount("253:1", "/", "ext4", "/dev/mapper/vg-root", "rw");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
	}

	@Test
	void theRootIsFoundThroughBtrfsOnTwoDisks() throws IOException {
		machine.block("pci0000:00/ata2/block/sdz", "65:144", GIB);
		machine.link("sys/fs/btrfs/1234/devices/sda2", machine.path("sys/class/block/sda2").toRealPath());
		machine.link("sys/fs/btrfs/1234/devices/sdz", machine.path("sys/class/block/sdz").toRealPath());
		machine.mount("0:35", "/", "btrfs", "/dev/sda2", "rw,subvol=/root");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
		assertEquals(Optional.of("/"), machine.disk("sdz").system());
	}

	@Test
	void theRootIsFoundThroughBtrfsOfWhichOnlyTheKernelKnowsTheDevice() throws IOException {
		machine.link("sys/fs/btrfs/1234/devices/sda2", machine.path("sys/class/block/sda2").toRealPath());
		machine.mount("0:35", "/", "btrfs", "/dev/root", "rw");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
	}

	@Test
	void theRootIsFoundThroughAMirrorAndItsPartition() throws IOException {
		machine.block("pci0000:00/ata2/block/sdz", "65:144", 400 * GIB).block("virtual/block/md0", "9:0", 400 * GIB)
				.partition("virtual/block/md0/md0p1", "259:0", 1, 399 * GIB);
		machine.stack("md0", "sda2").stack("md0", "sdz").mount("259:0", "/", "ext4", "/dev/md0p1", "rw");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
		assertEquals(Optional.of("/"), machine.disk("sdz").system());
	}

	@Test
	void theRootIsFoundThroughBcachefsOnTwoDisks() throws IOException {
		machine.block("pci0000:00/ata2/block/sdz", "65:144", GIB).mount("0:44", "/", "bcachefs", "/dev/sda2:/dev/sdz", "rw");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
		assertEquals(Optional.of("/"), machine.disk("sdz").system());
	}

	@Test
	void theRootIsFoundThroughAPoolOfZfs() throws IOException {
		stick();
		machine.write("run/udev/data/b8:2", "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=rpool\n");
		machine.mount("0:27", "/", "zfs", "rpool/ROOT/debian", "rw,xattr,posixacl");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
		assertEquals(Optional.empty(), machine.disk("sdb").system());
		assertEquals(Set.of("sda"), machine.disks().under(folder));
	}

	@Test
	void whereNobodyKnowsWhatAPoolIsMadeOfEveryBuiltInDiskIsOfTheSystem() throws IOException {
		stick();
		machine.link("sys/devices/pci0000:00/ata1/block/sda/device", machine.path("sys/devices/pci0000:00/ata1"));
		machine.mount("0:27", "/", "zfs", "rpool/ROOT/debian", "rw");
		assertEquals(Optional.of("/"), machine.disk("sda").system());
		assertEquals(Optional.empty(), machine.disk("sdb").system());
	}

	@Test
	void swapOnAVolumeOfAPoolIsTheSystemToo() throws IOException {
		machine.write("run/udev/data/b8:2", "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=tank\n").block("virtual/block/zd0", "230:0", GIB)
				.write("run/udev/data/b230:0", "S:zvol/tank/swap\nE:ID_FS_TYPE=swap\n")
				.write("proc/swaps", "Filename Type Size Used Priority\n/dev/zd0 partition 1048572 0 -2\n");
		assertTrue(machine.disk("sda").system().orElseThrow().contains("/dev/zd0"));
		assertEquals(List.of("sda"), machine.disks().disks().stream().map(Disk::name).toList());
	}

	@Test
	void anOpenPoolOnAStickIsAUser() throws IOException {
		stick();
		machine.write("run/udev/data/b8:17", "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=tank\n");
		assertEquals(List.of(), machine.disk("sdb").users());
		machine.write("proc/spl/kstat/zfs/tank/state", "ONLINE\n");
		assertEquals(List.of("tank"), machine.disk("sdb").users());
		machine.mount("0:52", "/tank", "zfs", "tank", "rw");
		assertEquals(List.of("tank", "/tank"), machine.disk("sdb").users());
	}

	@Test
	void theRootIsFoundThroughAnOverlay() throws IOException {
		stick();
		machine.mount("8:17", "/run/live/medium", "vfat", "/dev/sdb1", "ro")
				.mount("0:40", "/", "overlay", "overlay", "rw,lowerdir=/run/live/medium/live,upperdir=/run/live/medium/up,workdir=/run/work");
		assertEquals(Optional.of("/"), machine.disk("sdb").system());
	}

	@Test
	void theRootIsFoundThroughAFileOnADisk() throws IOException {
		stick();
		machine.block("virtual/block/loop0", "7:0", GIB).write("sys/devices/virtual/block/loop0/loop/backing_file", "/media/stick/root.img\n");
		machine.mount("8:17", "/media/stick", "vfat", "/dev/sdb1", "rw").mount("7:0", "/", "squashfs", "/dev/loop0", "ro");
		assertEquals(Optional.of("/"), machine.disk("sdb").system());
	}

	@Test
	void bootAndSwapAreTheSystemToo() throws IOException {
		stick();
		machine.mount("8:17", "/boot/efi", "vfat", "/dev/sdb1", "rw");
		machine.write("proc/swaps", "Filename Type Size Used Priority\n/dev/sda1 partition 1048572 0 -2\n");
		assertEquals(Optional.of("/boot/efi"), machine.disk("sdb").system());
		assertTrue(machine.disk("sda").system().orElseThrow().contains("/dev/sda1"));
	}

	@Test
	void aVolumeOnAStickIsAUserAndNoMount() throws IOException {
		stick();
		machine.block("virtual/block/dm-3", "253:3", GIB).write("sys/devices/virtual/block/dm-3/dm/name", "secrets\n").stack("dm-3", "sdb1")
				.mount("253:3", "/mnt/secrets", "ext4", "/dev/mapper/secrets", "rw");
		assertEquals(List.of("secrets", "/mnt/secrets"), machine.disk("sdb").users());
		assertEquals(List.of(), machine.disk("sdb").mounts());
	}

	@Test
	void whatComesGoesOrIsMountedChangesTheFingerprint() throws IOException {
		final String before = machine.disks().fingerprint();
		assertEquals(before, machine.disks().fingerprint());
		stick();
		final String plugged = machine.disks().fingerprint();
		assertNotEquals(before, plugged);
		machine.write("sys/devices/" + USB + "/block/sdb/diskseq", "13\n");
		final String exchanged = machine.disks().fingerprint();
		assertNotEquals(plugged, exchanged);
		machine.mount("8:17", "/mnt", "vfat", "/dev/sdb1", "rw");
		assertNotEquals(exchanged, machine.disks().fingerprint());
	}

	@Test
	void aFileIsOnTheDiskOfTheLastMountOverIt() throws IOException {
		stick();
		final Path here = Files.createDirectory(folder.resolve("here")).toRealPath();
		machine.mount("8:2", "/", "ext4", "/dev/sda2", "rw").mount("8:17", here.toString(), "vfat", "/dev/sdb1", "rw");
		assertTrue(machine.disks().under(here.resolve("image")).contains("sdb"));
		assertFalse(machine.disks().under(folder).contains("sdb"));
	}
}
