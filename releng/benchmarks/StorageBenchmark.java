import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.storage.Existing;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Transfer;
import dev.benchtop.core.storage.TransferOptions;
import dev.benchtop.storage.opendal.OpendalConfig;
import dev.benchtop.storage.opendal.OpendalDriverFactory;

/** Measures transfers of one big file to and from S3 and WebDAV against {@code rclone copyto} on the same servers; see README.md. */
public final class StorageBenchmark {

	private static final String USER = "benchtop";
	private static final String SECRET = "a-secret-of-nobody";

	private final Path folder;
	private final int mebibytes;
	private final int rounds;
	private final List<Process> servers = new ArrayList<>();
	private final Map<String, List<double[]>> seconds = new LinkedHashMap<>();

	private StorageBenchmark(Path folder, int mebibytes, int rounds) {
		this.folder = folder;
		this.mebibytes = mebibytes;
		this.rounds = rounds;
	}

	public static void main(String[] arguments) throws Exception {
		final var benchmark = new StorageBenchmark(Files.createDirectories(Path.of(arguments[0]).toAbsolutePath()), Integer.parseInt(arguments[1]),
				Integer.parseInt(arguments[2]));
		try {
			benchmark.run();
		} finally {
			benchmark.servers.forEach(Process::destroy);
		}
	}

	private void run() throws Exception {
		make(folder.resolve("file"));
		final int s3 = serve("s3", this::s3proxy);
		final int webdav = serve("webdav", port -> List.of("rclone", "serve", "webdav", "webdav", "--addr", "127.0.0.1:" + port, "--user", USER, "--pass", SECRET));
		final Map<String, String> bucket = Map.of("endpoint", "http://127.0.0.1:" + s3, "bucket", "bucket", "region", "us-east-1",
				"access_key_id", USER, "secret_access_key", SECRET);
		final Map<String, String> site = Map.of("endpoint", "http://127.0.0.1:" + webdav, "username", USER, "password", SECRET);
		final String there = ":s3,provider=Other,region=us-east-1,endpoint='http://127.0.0.1:" + s3 + "',access_key_id=" + USER + ",secret_access_key=" + SECRET
				+ ":bucket/";
		final String here = ":webdav,url='http://127.0.0.1:" + webdav + "',user=" + USER + ",pass=" + shell("rclone obscure " + SECRET).strip() + ":";
		try (var first = open("s3", bucket); var second = open("webdav", site)) {
			for (int round = 0; round <= rounds; round++) {
				measure("S3", round, there, first);
				measure("WebDAV", round, here, second);
			}
		}
		print();
	}

	private void measure(String name, int round, String remote, Driver driver) throws Exception {
		final Path root = driver.capability(Storage.class).orElseThrow().root();
		final Path file = folder.resolve("file");
		final Path back = folder.resolve("own-back");
		final Task toTool = () -> shell("rclone copyto file \"" + remote + "tool\"");
		final Task to = () -> transfer(file, root.resolve("own"));
		final double[] up = pair(round, toTool, to, () -> {
			Files.deleteIfExists(root.resolve("tool"));
			Files.deleteIfExists(root.resolve("own"));
		});
		final Task fromTool = () -> shell("rclone copyto \"" + remote + "tool\" tool-back");
		final Task from = () -> transfer(root.resolve("own"), back);
		final double[] down = pair(round, fromTool, from, () -> {
			Files.deleteIfExists(back);
			Files.deleteIfExists(folder.resolve("tool-back"));
		});
		if (Files.mismatch(file, back) >= 0) {
			throw new IllegalStateException(name);
		}
		System.err.printf("%d %-7s up %6.2f s %6.2f s   down %6.2f s %6.2f s%n", round, name, up[0], up[1], down[0], down[1]);
		// the first round only warms up
		if (round > 0) {
			seconds.computeIfAbsent(name + " upload", key -> new ArrayList<>()).add(up);
			seconds.computeIfAbsent(name + " download", key -> new ArrayList<>()).add(down);
		}
	}

	/** Who begins changes from round to round. */
	private double[] pair(int round, Task tool, Task own, Task clean) throws Exception {
		clean.run();
		final boolean toolFirst = round % 2 == 0;
		final double one = time(toolFirst ? tool : own);
		final double other = time(toolFirst ? own : tool);
		return toolFirst ? new double[] {one, other} : new double[] {other, one};
	}

	private double time(Task task) throws Exception {
		shell("sync");
		final long start = System.nanoTime();
		task.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static void transfer(Path from, Path to) throws Exception {
		final var report = new Transfer(location(from), location(to), TransferOptions.COPY.existing(Existing.REPLACE)).run(Progress.none());
		if (!report.success()) {
			throw new IllegalStateException(report.toString());
		}
	}

	private static Location location(Path path) {
		return new Location(path.toString(), path, Optional.empty());
	}

	private void print() {
		System.out.printf("%d MiB, median of %d, %d cores%n%-16s %10s %10s %8s%n", mebibytes, rounds, Runtime.getRuntime().availableProcessors(), "",
				"rclone", "benchtop", "ratio");
		seconds.forEach((name, times) -> {
			final double tool = median(times, 0);
			final double own = median(times, 1);
			System.out.printf("%-16s %4.0f MiB/s %4.0f MiB/s %8.2f%n", name, mebibytes / tool, mebibytes / own, tool / own);
		});
	}

	private static double median(List<double[]> times, int column) {
		final double[] sorted = times.stream().mapToDouble(row -> row[column]).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private void make(Path file) throws IOException {
		if (Files.exists(file) && Files.size(file) == (long) mebibytes << 20) {
			return;
		}
		final var random = new Random(1);
		final byte[] data = new byte[1 << 20];
		try (var out = Files.newOutputStream(file)) {
			for (int i = 0; i < mebibytes; i++) {
				random.nextBytes(data);
				out.write(data);
			}
		}
	}

	private static Driver open(String scheme, Map<String, String> options) throws Exception {
		return new OpendalDriverFactory().create(new Context(), new OpendalConfig(scheme, options, false));
	}

	private List<String> s3proxy(int port) {
		try {
			Files.createDirectories(folder.resolve("s3/bucket"));
			final Path settings = Files.write(folder.resolve("s3proxy.properties"), List.of("s3proxy.authorization=aws-v2-or-v4",
					"s3proxy.identity=" + USER, "s3proxy.credential=" + SECRET, "s3proxy.endpoint=http://127.0.0.1:" + port,
					"jclouds.provider=filesystem", "jclouds.identity=unused", "jclouds.credential=unused", "jclouds.filesystem.basedir=" + folder.resolve("s3")));
			return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-DLOG_LEVEL=warn", "-jar",
					System.getenv("BENCHTOP_S3PROXY"), "--properties", settings.toString());
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private int serve(String name, IntFunction<List<String>> command) throws Exception {
		final int port;
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		Files.createDirectories(folder.resolve(name));
		final Process server = builder(command.apply(port)).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile()).start();
		servers.add(server);
		while (true) {
			try (var socket = new Socket()) {
				socket.connect(new InetSocketAddress("127.0.0.1", port));
				return port;
			} catch (IOException e) {
				if (!server.isAlive()) {
					throw new IllegalStateException(name + ": " + Files.readString(folder.resolve(name + ".log")), e);
				}
				Thread.sleep(20);
			}
		}
	}

	private String shell(String command) throws Exception {
		final Process process = builder(Arrays.asList("sh", "-c", command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command);
		}
		return output;
	}

	/** Without what may be configured for the user, and without the bundle of authorities, with which rclone speaks to no S3 server. */
	private ProcessBuilder builder(List<String> command) {
		final var builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().put("RCLONE_CONFIG", "/dev/null");
		builder.environment().remove("AWS_CA_BUNDLE");
		return builder;
	}

	private interface Task {
		void run() throws Exception;
	}

	/** A bench of one storage. */
	private record Context() implements DriverContext {
		@Override
		public String board() {
			return "storage";
		}

		@Override
		public String node() {
			return "";
		}

		@Override
		public <T extends Capability> Optional<T> child(String name, Class<T> type) {
			return Optional.empty();
		}

		@Override
		public <T extends Capability> Optional<T> sibling(String path, Class<T> type) {
			return Optional.empty();
		}

		@Override
		public Path folder() {
			return Path.of("");
		}

		@Override
		public Path state() {
			return folder();
		}

		@Override
		public Path runtime() {
			return folder();
		}

		@Override
		public Path cache() {
			return folder();
		}

		@Override
		public BoardLock lock() {
			return BoardLocks.of(state());
		}

		@Override
		public void publish(String child, NodeState state) {
			// nobody looks
		}
	}
}
