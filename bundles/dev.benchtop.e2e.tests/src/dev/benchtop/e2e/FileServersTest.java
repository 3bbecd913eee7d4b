package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.testing.Needs;
import dev.benchtop.testing.servers.S3Proxy;

/** File servers with the rest of the product: what lies in S3 comes to boards, and the command line serves until it is told to end. */
class FileServersTest {

	private static final int SIZE = 5_000_001;

	@TempDir
	private Path home;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@Test
	void aFileOfS3ComesByTftpAndHttp() throws Exception {
		try (var s3 = S3Proxy.serve(home.resolve("buckets"))) {
			assertServed("{scheme: s3, options: {endpoint: '%s', bucket: %s, region: us-east-1, access_key_id: %s, secret_access_key: '%s'}}"
					.formatted(s3.endpoint(), S3Proxy.BUCKET, S3Proxy.ACCESS_KEY, S3Proxy.SECRET_KEY));
		}
	}

	@Test
	void aFileOfAFolderComesByTftpAndHttpAndItsNameIsFoundFromNear() throws Exception {
		final Bench bench = assertServed("{scheme: fs, options: {root: '" + Files.createDirectory(home.resolve("images")) + "'}}");
		final FileServer tftp = server(bench, "tftp");
		Tools.run(List.of("bash", "-c", "! curl -sf tftp://127.0.0.1:" + tftp.address().orElseThrow().getPort() + "/Imgae"));
		Waits.until("what it may have meant", Ui.SOON, () -> tftp.missing().stream().anyMatch(missing -> missing.near().equals(List.of("boot/Image"))));
	}

	/** Puts a file into a storage, and gets it by both servers of a board. */
	private Bench assertServed(String storage) throws Exception {
		Needs.programs("curl", "sha256sum");
		final Path image = image(home.resolve("Image"));
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("images.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Storage
				metadata: {name: images}
				storage:
				  type: opendal
				  config: %s
				""".formatted(storage));
		Files.writeString(folder.resolve("desk.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: desk}
				export:
				  tftp: {type: tftp-server, config: {storage: images, host: 127.0.0.1, port: 0}}
				  http: {type: http-server, config: {storage: images, host: 127.0.0.1}}
				""");
		final Bench bench = Window.openTrusted(folder);
		final Path stored = Window.service(Locations.class).locate("images:/boot/Image", Optional.of(bench), folder).path();
		Files.createDirectories(stored.getParent());
		Files.copy(image, stored);
		final String tftp = "tftp://127.0.0.1:" + server(bench, "tftp").start().getPort() + "/boot/Image";
		final String http = "http://127.0.0.1:" + server(bench, "http").start().getPort() + "/boot/Image";
		final String sha256 = Tools.sha256("cat '" + image + '\'');
		assertEquals(sha256, Tools.sha256("curl -sf --tftp-blksize 1468 " + tftp));
		assertEquals(sha256, Tools.sha256("curl --noproxy '*' -sf " + http));
		final Path part = home.resolve("part");
		Files.write(part, Arrays.copyOf(Files.readAllBytes(image), SIZE / 3));
		Tools.run(List.of("curl", "--noproxy", "*", "-sf", "-C", "-", "-o", part.toString(), http));
		assertEquals(sha256, Tools.sha256("cat '" + part + '\''));
		return bench;
	}

	@Test
	void theCommandServesUntilCtrlC() throws Exception {
		Needs.programs("curl", "sha256sum");
		final Path image = image(home.resolve("Image"));
		final var product = new ProductProcess(home);
		final var serve = product.start(product.command(home, "serve", "tftp", "Image", "--host", "127.0.0.1", "--json"), home);
		try (var out = serve.inputReader(); var err = serve.errorReader()) {
			final int port = json(out).get("port").getAsInt();
			assertEquals(Tools.sha256("cat '" + image + "'"), Tools.sha256("curl -sf tftp://127.0.0.1:" + port + "/Image"));
			final JsonObject transfer = json(out);
			assertEquals("done", transfer.get("outcome").getAsString());
			assertEquals(SIZE, transfer.get("bytes").getAsLong());
			Tools.run(List.of("kill", "-INT", Long.toString(serve.pid())));
			assertEquals(null, out.readLine());
			assertEquals(null, err.readLine());
			assertEquals(130, serve.waitFor());
			new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).close();
		} finally {
			serve.destroyForcibly();
		}
	}

	@Test
	void theCommandServesOneFileOnce() throws Exception {
		Needs.programs("curl", "sha256sum");
		final Path image = image(home.resolve("Image"));
		final var product = new ProductProcess(home);
		final var serve = product.start(product.command(home, "serve", "http", ".", "--host", "127.0.0.1", "--once", "Image"), home);
		try (var out = serve.inputReader()) {
			final String first = out.readLine();
			assertTrue(first.matches(".* is at http://127\\.0\\.0\\.1:\\d+/"), first);
			final String url = first.substring(first.indexOf("http://"));
			Tools.run(List.of("bash", "-c", "! curl --noproxy '*' -sf " + url + "Imgae"));
			assertEquals(Tools.sha256("cat '" + image + "'"), Tools.sha256("curl --noproxy '*' -sf " + url + "Image"));
			assertTrue(out.readLine().endsWith("  Imgae  is not there"));
			assertTrue(out.readLine().contains("  Image  4.8 MiB, "));
			assertEquals(0, serve.waitFor());
		} finally {
			serve.destroyForcibly();
		}
	}

	private static Path image(Path file) throws Exception {
		Tools.run(List.of("bash", "-c", "head -c " + SIZE + " /dev/urandom > '" + file + "'"));
		return file;
	}

	private static FileServer server(Bench bench, String node) throws Exception {
		return bench.board("desk").node(node).orElseThrow().use(FileServer.class);
	}

	private static JsonObject json(BufferedReader out) throws Exception {
		final String line = out.readLine();
		assertTrue(line != null, "it has ended");
		return JsonParser.parseString(line).getAsJsonObject();
	}
}
