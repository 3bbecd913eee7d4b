package dev.benchtop.cli.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.cli.CommandIo;
import dev.benchtop.cli.CommandLineHost;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.server.ServersForAWhile;

class ServeCommandTest {

	@TempDir
	Path folder;
	private final CancelToken token = new CancelToken();
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	/** No command here needs a bench. */
	private static final class NoBenches implements Benches {
		@Override
		public Bench open(Path where, Mode mode) {
			throw new AssertionError("no bench is needed");
		}

		@Override
		public List<Path> recent() {
			return List.of();
		}
	}

	private FutureTask<Integer> serve(String... arguments) {
		final var io = new CommandIo(InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), false, folder, Map.of(), token);
		final var host = new CommandLineHost(new NoBenches(), () -> List.of(new ServeCommand(new ServersForAWhile(), new Locations(List.of()))));
		final List<String> words = new ArrayList<>(List.of("serve"));
		words.addAll(Arrays.asList(arguments));
		final Callable<Integer> run = () -> host.run(words, io);
		final var task = new FutureTask<>(run);
		Thread.ofPlatform().daemon().start(task);
		return task;
	}

	private List<String> lines(int count) throws InterruptedException {
		while (out.toString(StandardCharsets.UTF_8).lines().count() < count) {
			Thread.sleep(5);
		}
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private JsonObject json(int line) throws InterruptedException {
		return JsonParser.parseString(lines(line + 1).get(line)).getAsJsonObject();
	}

	private static byte[] get(String url) throws IOException {
		final var connection = (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
		try (var in = connection.getInputStream()) {
			return in.readAllBytes();
		}
	}

	@Test
	void aFolderIsServedUntilCtrlCAndEachTransferIsALine() throws Exception {
		Files.writeString(folder.resolve("Image"), "kernel");
		final var run = serve("http", ".", "--host", "127.0.0.1", "--json");
		final var started = json(0);
		assertEquals("started", started.get("event").getAsString());
		final String url = started.get("url").getAsString();
		assertArrayEquals("kernel".getBytes(), get(url + "Image"));
		final var transfer = json(1);
		assertEquals("Image", transfer.get("name").getAsString());
		assertEquals("done", transfer.get("outcome").getAsString());
		assertEquals(6, transfer.get("bytes").getAsLong());
		try {
			get(url + "none");
		} catch (IOException _) {
			assertEquals("none", json(2).get("name").getAsString());
		}
		token.cancel();
		assertEquals(130, run.get(1, TimeUnit.MINUTES));
	}

	@Test
	void onceEndsAfterTheFile() throws Exception {
		final Path image = Files.write(folder.resolve("Image"), new byte[100_000]);
		final var run = serve("http", image.toString(), "--host", "127.0.0.1", "--once", "Image");
		final String url = lines(1).getFirst().replaceFirst(".* is at ", "");
		assertEquals(100_000, get(url).length);
		assertEquals(0, run.get(1, TimeUnit.MINUTES));
		assertTrue(lines(2).get(1).matches("127\\.0\\.0\\.1:\\d+  Image  97.7 KiB, \\d.\\d s, \\d+.\\d MB/s"), lines(2).get(1));
	}

	@Test
	void whatCannotBeServedIsSaid() throws Exception {
		Files.createDirectory(folder.resolve("a"));
		Files.createDirectory(folder.resolve("b"));
		assertEquals(2, serve("tftp", "a", "b").get(1, TimeUnit.MINUTES));
		assertEquals(2, serve("tftp", "none").get(1, TimeUnit.MINUTES));
		assertEquals(2, serve("tftp", "a", "--port", "70000").get(1, TimeUnit.MINUTES));
		assertEquals(2, serve("ftp", "a").get(1, TimeUnit.MINUTES));
		assertEquals(2, serve("tftp", "a", "--host", "no.such.host.invalid").get(1, TimeUnit.MINUTES));
		assertEquals(1, serve("tftp", "a", "--host", "192.0.2.9").get(1, TimeUnit.MINUTES));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("192.0.2.9 is no address of this machine"));
	}
}
