package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.Needs;
import dev.benchtop.testing.TestContext;
import dev.benchtop.uboot.bundle.FlasherBundles;

/** A fake board, its console and the servers of this machine; what a flasher works with. */
public final class FakeDesk implements FileServers, AutoCloseable {

	static final String MANIFEST = """
			metadata: {name: test-bundle}
			spec:
			  manufacturer: Nobody
			  bootcmd: booti 0x82000000 - 0x84000000
			  login: {login_prompt: "login:", username: root, password: password, prompt: "#"}
			  default_target: usd
			  targets: {usd: "/sys/class/block#4fb0000", other: "/sys/class/block#4f80000", plain: /dev/mmcblk1}
			  preflash_commands: ["dd if=/dev/zero of=/dev/mmcblk1 bs=512 count=34"]
			  kernel: {file: data/kernel, address: "0x82000000"}
			  initram: {file: data/initramfs, address: "0x83000000"}
			  dtb:
			    default: test-dtb
			    address: "0x84000000"
			    variants: {test-dtb: {file: data/test-dtb.dtb}, alternate: {file: data/alternate.dtb}, othercmd: {bootcmd: booti other}}
			""";

	private final Path folder;
	private final AtomicInteger cuts = new AtomicInteger();
	private final Map<String, FakeServer> servers = new HashMap<>();
	private final FakeBoard board;
	private final ConsoleLine console;
	private final TestContext world;

	public FakeDesk(Path folder) throws IOException {
		this(folder, MANIFEST);
	}

	FakeDesk(Path folder, String manifest) throws IOException {
		Needs.programs("bash", "curl", "sed", "sha256sum");
		this.folder = folder;
		final Path bundle = folder.resolve("bundle");
		Files.createDirectories(bundle.resolve("data"));
		Files.writeString(bundle.resolve("manifest.yaml"), manifest);
		Files.write(bundle.resolve("data/kernel"), new byte[1024]);
		Files.write(bundle.resolve("data/initramfs"), new byte[2048]);
		Files.write(bundle.resolve("data/test-dtb.dtb"), new byte[3072]);
		Files.write(bundle.resolve("data/alternate.dtb"), new byte[4096]);
		final Path hardware = Files.createDirectories(folder.resolve("hardware"));
		Files.write(hardware.resolve("disk"), new byte[24 << 20]);
		board = new FakeBoard(hardware, servers::get);
		world = new TestContext("desk", "flasher", folder);
		console = new ConsoleLine("serial", board, folder.resolve("console.log"), world.lock(), "console:serial");
		world.with("serial", console).with("power", board);
	}

	public FakeBoard hardware() {
		return board;
	}

	/** What the flasher is given of the world. */
	public DriverContext world() {
		return world;
	}

	Console line() {
		return console;
	}

	/** Without one of its children. */
	public void without(String child) {
		world.without(child);
	}

	Path disk() {
		return folder.resolve("hardware/disk");
	}

	/** So many answers of the HTTP server end in their middle. */
	FakeDesk cuts(int times) {
		cuts.set(times);
		return this;
	}

	UbootFlasher flasher(UbootFlasherConfig config) {
		return new UbootFlasher(world, config, folder.resolve("bundle").toString(), console, board,
				new UbootFlasher.Tools(new FlasherBundles(new Locations(List.of())), Imaging.standard(), () -> List.of(this)));
	}

	FlashRequest request(Path image) {
		return new FlashRequest(image, image.toString(), "", true, Optional.empty());
	}

	/** All that the console has logged. */
	String log() throws IOException {
		return Files.readString(folder.resolve("console.log"), StandardCharsets.ISO_8859_1);
	}

	@Override
	public List<String> protocols() {
		return List.of("tftp", "http");
	}

	@Override
	public FileServer make(String protocol, Plan plan, FileServer.Listener listener) {
		final var server = new FakeServer(protocol, plan.root(), cuts);
		if (!plan.writable()) {
			servers.put(protocol, server);
		}
		return server;
	}

	@Override
	public void close() {
		console.close();
		board.close();
		servers.values().forEach(FakeServer::stop);
	}
}
