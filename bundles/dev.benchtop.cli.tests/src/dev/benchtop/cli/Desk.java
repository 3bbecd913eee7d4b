package dev.benchtop.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import dev.benchtop.cli.command.BackupCommand;
import dev.benchtop.cli.command.BoardsCommand;
import dev.benchtop.cli.command.CheckCommand;
import dev.benchtop.cli.command.DoCommand;
import dev.benchtop.cli.command.DriversCommand;
import dev.benchtop.cli.command.DumpCommand;
import dev.benchtop.cli.command.FlashCommand;
import dev.benchtop.cli.command.FlashPlaces;
import dev.benchtop.cli.command.HistoryCommand;
import dev.benchtop.cli.command.PowerCommand;
import dev.benchtop.cli.command.SecretCommand;
import dev.benchtop.cli.command.TargetsCommand;
import dev.benchtop.cli.command.TrustCommand;
import dev.benchtop.cli.console.ConsoleCommands;
import dev.benchtop.cli.display.ScreenshotCommand;
import dev.benchtop.cli.machine.CommandLineCommand;
import dev.benchtop.cli.machine.CommitCommand;
import dev.benchtop.cli.machine.PauseCommand;
import dev.benchtop.cli.machine.ResetCommand;
import dev.benchtop.cli.machine.ResizeCommand;
import dev.benchtop.cli.machine.ResumeCommand;
import dev.benchtop.cli.machine.SnapshotCommand;
import dev.benchtop.cli.storage.CapabilityCommand;
import dev.benchtop.cli.storage.CatCommand;
import dev.benchtop.cli.storage.CpCommand;
import dev.benchtop.cli.storage.HashCommand;
import dev.benchtop.cli.storage.LsCommand;
import dev.benchtop.cli.storage.MkdirCommand;
import dev.benchtop.cli.storage.MvCommand;
import dev.benchtop.cli.storage.PresignCommand;
import dev.benchtop.cli.storage.RmCommand;
import dev.benchtop.cli.storage.StatCommand;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.SourceResolver;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.testing.TestBench;

/** A bench folder with one fake board, and the real command line at it. */
public final class Desk {

	/** What a command line did. */
	public record Run(int code, String out, String err) {

		public JsonElement json() {
			return JsonParser.parseString(out);
		}
	}

	private static final String BOARD = """
			apiVersion: benchtop.dev/v1
			kind: Board
			metadata: {name: fake}
			description: A board in memory
			export:
			  machine: {type: fake}
			""";

	private final Path folder;
	private final FakeDriver driver = new FakeDriver();
	private final FakeMachine machine = new FakeMachine();
	private final SecretStore secrets;
	private final Benches benches;
	private final FakeStore store;
	private final DriverRegistry registry;
	private final Flashing flashing = new Flashing();
	private final List<SourceResolver> resolvers = new ArrayList<>();
	private InputStream input = InputStream.nullInputStream();
	private CancelToken token = new CancelToken();
	private Path workingFolder;
	private boolean raw;

	/** A desk in an empty folder, its bench trusted. */
	public Desk(Path home) throws IOException, BenchException {
		folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		workingFolder = folder;
		final var places = TestBench.places(home);
		store = new FakeStore(home.resolve("store.zip"));
		registry = new DriverRegistry(List.of(driver, store, new FakeShell(), new FakeScreen(), machine));
		secrets = new SecretStore(home.resolve("config"));
		benches = new BenchFolders(registry, secrets, places);
		file("fake.yaml", BOARD);
		try (var bench = benches.open(folder, Benches.Mode.ONCE)) {
			bench.trust();
		}
	}

	public Path folder() {
		return folder;
	}

	public FakeDriver driver() {
		return driver;
	}

	/** What is behind every board of the type {@code machine}. */
	public FakeMachine machine() {
		return machine;
	}

	/** What is behind every storage of the type {@code store}. */
	public FakeStore store() {
		return store;
	}

	/** Adds a storage to the bench. */
	public void storage(String name, String config) {
		file(name + ".yaml", "apiVersion: benchtop.dev/v1\nkind: Storage\nmetadata: {name: " + name + "}\nstorage: {type: store, config: {" + config + "}}\n");
	}

	/** Writes a file of the bench folder, or below it. */
	public Path file(String name, String text) {
		try {
			return Files.writeString(Files.createDirectories(folder.resolve(name).getParent()).resolve(Path.of(name).getFileName()), text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public Desk typing(String text) {
		return typing(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	public Desk typing(InputStream stream) {
		input = stream;
		return this;
	}

	/** Types at a terminal from here on, and not into a pipe. */
	public Desk raw() {
		raw = true;
		return this;
	}

	public Desk in(Path other) {
		workingFolder = other;
		return this;
	}

	public Desk resolving(SourceResolver resolver) {
		resolvers.add(resolver);
		return this;
	}

	/** What Ctrl-C does to the next command. */
	public CancelToken token() {
		return token;
	}

	public Run run(String... arguments) {
		final var out = new ByteArrayOutputStream();
		final var err = new ByteArrayOutputStream();
		final var io = new CommandIo(input, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false,
				workingFolder, Map.of(), token);
		final int code = new CommandLineHost(benches, this::commands).run(List.of(arguments), io);
		return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private List<CliCommand> commands() {
		final var locations = new Locations(resolvers);
		final var places = new FlashPlaces(List.of(), new dev.benchtop.core.bench.Desk(benches, folder.resolveSibling("desk")));
		return List.of(new BackupCommand(flashing, places), new BoardsCommand(), new CapabilityCommand(locations), new CatCommand(locations), new CheckCommand(), ConsoleCommands.typing(raw, new FakePorts()),
				new CpCommand(locations), new DoCommand(), new DriversCommand(registry), new DumpCommand(flashing, places), new FlashCommand(flashing, locations, places),
				new HashCommand(locations), new HistoryCommand(flashing), new LsCommand(locations), new MkdirCommand(locations), new MvCommand(locations),
				ConsoleCommands.ports(new FakePorts()), new CommandLineCommand(), new CommitCommand(), new PauseCommand(), new ResetCommand(), new ResizeCommand(),
				new ResumeCommand(), new SnapshotCommand(), new PowerCommand(), new PresignCommand(locations), new RmCommand(locations), new SecretCommand(secrets), ConsoleCommands.ssh(raw), new ScreenshotCommand(), new StatCommand(locations),
				new TargetsCommand(), new TrustCommand(benches));
	}
}
