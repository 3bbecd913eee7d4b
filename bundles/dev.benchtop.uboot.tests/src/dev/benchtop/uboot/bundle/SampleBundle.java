package dev.benchtop.uboot.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.storage.Locations;

/** The bundle that Jumpstarter's own tests flash with, in all its forms. */
final class SampleBundle {

	static final String MANIFEST = """
			apiVersion: jumpstarter.dev/v1alpha1
			kind: FlashBundleManifest
			metadata:
			  name: test-bundle
			spec:
			  manufacturer: The Jumpstarter Authors
			  link: "https://jumpstarter.dev"
			  bootcmd: "booti 0x82000000 - 0x84000000"
			  shelltype: "busybox"
			  login:
			    type: "busybox"
			    login_prompt: "login:"
			    username: "root"
			    password: "password"
			    prompt: "#"
			  default_target: "usd"
			  targets:
			    usd: "/sys/class/block#4fb0000"
			    emmc: "/sys/class/block#4f80000"
			  preflash_commands:
			    - "dd if=/dev/zero of=/dev/mmcblk0 bs=512 count=34"
			    - "dd if=/dev/zero of=/dev/mmcblk1 bs=512 count=34"
			  kernel:
			    file: data/kernel
			    address: "0x82000000"
			  initram:
			    file: data/initramfs
			    address: "0x83000000"
			  dtb:
			    default: test-dtb
			    address: "0x84000000"
			    variants:
			      test-dtb:
			        file: data/dtbs/test-dtb.dtb
			      alternate:
			        file: data/dtbs/alternate.dtb
			      othercmd:
			        bootcmd: "bootm"
			""";

	private SampleBundle() {
	}

	/** Writes it into a folder, with another manifest. */
	static Path write(Path folder, String manifest) throws IOException {
		Files.createDirectories(folder.resolve("data/dtbs"));
		Files.writeString(folder.resolve("manifest.yaml"), manifest);
		Files.write(folder.resolve("data/kernel"), new byte[1024]);
		Files.write(folder.resolve("data/initramfs"), new byte[2048]);
		Files.write(folder.resolve("data/dtbs/test-dtb.dtb"), new byte[3072]);
		Files.write(folder.resolve("data/dtbs/alternate.dtb"), new byte[4096]);
		return folder;
	}

	static Path write(Path folder) throws IOException {
		return write(folder, MANIFEST);
	}

	/** Packs a folder's files; a name that ends in {@code gz} is packed with gzip. */
	static Path pack(Path folder, Path archive) throws IOException {
		try (OutputStream file = Files.newOutputStream(archive);
				OutputStream out = archive.toString().endsWith("gz") ? new GZIPOutputStream(file) : file;
				var tar = new TarArchiveOutputStream(out);
				var files = Files.walk(folder)) {
			for (final Path one : files.filter(one -> !one.equals(folder)).sorted().toList()) {
				add(tar, new TarArchiveEntry(one, "./" + folder.relativize(one)), Files.isDirectory(one) ? new byte[0] : Files.readAllBytes(one));
			}
		}
		return archive;
	}

	static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
		entry.setSize(content.length);
		tar.putArchiveEntry(entry);
		tar.write(content);
		tar.closeArchiveEntry();
	}

	/** Opens a local bundle. */
	static FlasherBundle open(Path place) throws BenchException {
		return new FlasherBundles(new Locations(List.of())).open(place.toString(), FlasherBundles.MANIFEST, Optional.empty(), place.getParent(), CancelToken.none());
	}
}
