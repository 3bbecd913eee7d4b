package dev.benchtop.qemu.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.testing.Needs;

class CloudInitTest {

	private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJf8Yb0 somebody";
	private static final CloudInit NOTHING = new CloudInit(null, null, null, null, null, null);

	@TempDir
	Path folder;

	@Test
	void aUserWithPasswordAndKey() throws Exception {
		final var config = cloudConfig(read(write(new CloudInit("demo", "tester", new Secret("se\"cret"), List.of(KEY), null, null)), "user-data"));
		assertEquals("demo", config.get("hostname").getAsString());
		assertTrue(config.get("ssh_pwauth").getAsBoolean());
		final var user = config.getAsJsonArray("users").get(0).getAsJsonObject();
		assertEquals("tester", user.get("name").getAsString());
		assertEquals(1, matches(user.get("hashed_passwd").getAsString(), "se\"cret"));
		assertFalse(user.get("lock_passwd").getAsBoolean());
		assertEquals("ALL=(ALL) NOPASSWD:ALL", user.get("sudo").getAsString());
		assertEquals(KEY, user.getAsJsonArray("ssh_authorized_keys").get(0).getAsString());
	}

	@Test
	void theUserOfTheImageWithAKeyFromAFile() throws Exception {
		Files.writeString(folder.resolve("id.pub"), "# mine\n" + KEY + "\n");
		final var config = cloudConfig(read(write(new CloudInit(null, null, new Secret("x"), List.of("id.pub"), null, null)), "user-data"));
		assertEquals("board", config.get("hostname").getAsString());
		assertEquals(1, matches(config.get("password").getAsString(), "x"));
		assertFalse(config.getAsJsonObject("chpasswd").get("expire").getAsBoolean());
		assertEquals(KEY, config.getAsJsonArray("ssh_authorized_keys").get(0).getAsString());
		assertFalse(config.has("users"));
	}

	@Test
	void aHashStaysAsItIsAndAPasswordIsNowhereToBeRead() throws Exception {
		final String hash = "$6$saltsalt$" + "a".repeat(86);
		assertEquals(hash, cloudConfig(read(write(new CloudInit(null, null, new Secret(hash), null, null, null)), "user-data")).get("password").getAsString());
		assertFalse(Files.readString(write(new CloudInit(null, "tester", new Secret("in-plain-text"), null, null, null)), StandardCharsets.ISO_8859_1)
				.contains("in-plain-text"));
	}

	@Test
	void boardsHaveTheirOwnSalt() throws Exception {
		final var same = new CloudInit("demo", "tester", new Secret("same"), null, null, null);
		final String first = read(same.write("a", folder, folder.resolve("a.iso")), "user-data");
		assertNotEquals(first, read(same.write("a", folder, folder.resolve("b.iso")), "user-data"));
	}

	@Test
	void aBoardThatIsMovedIsTheInstanceThatItWas() throws Exception {
		final var same = new CloudInit("demo", "tester", new Secret("same"), null, null, null);
		final Path old = Files.createDirectory(folder.resolve("old"));
		final byte[] seed = Files.readAllBytes(same.write("a", folder, old.resolve("a.iso")));
		final Path moved = Files.move(old, folder.resolve("new")).resolve("a.iso");
		Files.delete(moved);
		assertArrayEquals(seed, Files.readAllBytes(same.write("a", folder, moved)));
	}

	@Test
	void onlyItsUserReadsIt() throws Exception {
		final Path seed = write(new CloudInit(null, "a", new Secret("b"), null, null, null));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(seed)));
		assertFalse(new CloudInit(null, "a", new Secret("hidden"), null, null, null).toString().contains("hidden"));
	}

	@Test
	void theSameIsLeftAsItIsAndAnotherIsAnotherInstance() throws Exception {
		final var first = new CloudInit(null, "a", new Secret("b"), null, null, null);
		final Path seed = write(first);
		final var time = Files.getLastModifiedTime(seed);
		final String instance = instance(seed);
		Files.setLastModifiedTime(seed, FileTime.fromMillis(time.toMillis() - 5000));
		assertEquals(instance, instance(write(first)));
		assertEquals(time.toMillis() - 5000, Files.getLastModifiedTime(seed).toMillis());
		assertNotEquals(instance, instance(write(new CloudInit(null, "a", new Secret("c"), null, null, null))));
	}

	@ParameterizedTest
	@CsvSource({"iso9660:rockridge,user-data", "iso9660:!rockridge,user-data", "'iso9660:!rockridge,iso9660:!joliet',USER_DAT"})
	void everyKindOfReaderFindsTheFiles(String options, String name) throws Exception {
		Files.writeString(folder.resolve("net"), "version: 2\n");
		final Path seed = write(new CloudInit("demo", "tester", null, null, null, Path.of("net")));
		final String list = run("bsdtar", "-t", "--options", options, "-f", seed.toString());
		assertEquals(3, list.lines().filter(line -> !line.equals(".")).count(), list);
		assertTrue(run("bsdtar", "-xO", "--options", options, "-f", seed.toString(), name).startsWith("#cloud-config"));
	}

	@Test
	void theLabelIsThatOfNoCloud() throws Exception {
		final byte[] seed = Files.readAllBytes(write(new CloudInit("demo", null, null, null, null, null)));
		assertEquals("CIDATA", new String(seed, 16 * 2048 + 40, 32, StandardCharsets.US_ASCII).strip());
		assertEquals("CIDATA", new String(seed, 17 * 2048 + 40, 32, StandardCharsets.UTF_16BE).strip());
		assertEquals(0, seed.length % 2048);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"#cloud-config|text/cloud-config", "#!/bin/sh|text/x-shellscript", "#include|text/x-include-url",
			"## template: jinja|text/jinja2"})
	void userDataGoesAlongAsAPart(String first, String type) throws Exception {
		Files.writeString(folder.resolve("data"), first + "\npackages: [vim]\n");
		final String text = read(write(new CloudInit(null, "tester", null, null, Path.of("data"), null)), "user-data");
		assertTrue(text.startsWith("Content-Type: multipart/mixed; boundary=\"benchtop\"\n"), text);
		assertTrue(text.contains("Content-Type: " + type + "; charset=\"utf-8\"\n\n" + first + "\npackages: [vim]"), text);
		assertTrue(text.indexOf(first) < text.indexOf("\"tester\""), text);
		assertTrue(text.contains("Merge-Type: "), text);
	}

	@Test
	void userDataMayBePackedOrHaveSeveralPartsAlready() throws Exception {
		final String own = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"benchtop\"\n\n--benchtop\nContent-Type: text/cloud-config\n\na: 1\n--benchtop--\n";
		final var packed = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(packed)) {
			gzip.write(own.getBytes(StandardCharsets.UTF_8));
		}
		Files.write(folder.resolve("data"), packed.toByteArray());
		final String text = read(write(new CloudInit(null, "tester", null, null, Path.of("data"), null)), "user-data");
		assertTrue(text.contains(own), text);
		final String boundary = text.lines().findFirst().orElseThrow().replaceAll(".*boundary=\"(.*)\"", "$1");
		assertFalse(own.contains("--" + boundary + "\n"), text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "packages: [vim]\n", "hello"})
	void whatCloudInitWouldNotKnowIsRefused(String content) throws Exception {
		Files.writeString(folder.resolve("data"), content);
		final var refused = assertThrows(BenchException.class, () -> write(new CloudInit(null, null, null, null, Path.of("data"), null)));
		assertTrue(refused.getMessage().contains(folder.resolve("data").toString()), refused.getMessage());
	}

	@Test
	void aPrivateKeyIsRefusedAndNotShown() throws Exception {
		Files.writeString(folder.resolve("id"), "-----BEGIN OPENSSH PRIVATE KEY-----\nabcdef\n");
		final var refused = assertThrows(BenchException.class, () -> write(new CloudInit(null, null, null, List.of("id"), null, null)));
		assertFalse(refused.getMessage().contains("abcdef"), refused.getMessage());
	}

	@Test
	void nothingSaidIsNoSeed() {
		assertFalse(NOTHING.wanted());
		assertFalse(new CloudInit("", " ", null, List.of(), null, null).wanted());
		assertTrue(new CloudInit("a", null, null, null, null, null).wanted());
	}

	@Test
	void aLargeFileSpansSectors() {
		final byte[] large = new byte[5000];
		Arrays.fill(large, (byte) 'x');
		final byte[] image = new Iso9660("L", Map.of("a", large, "b", new byte[] {'y'})).bytes();
		assertEquals('y', image[(25 + 3) * 2048]);
		assertEquals('x', image[25 * 2048 + 4999]);
		assertEquals(29 * 2048, image.length);
	}

	/** How many hashes openssl finds to be of this password. */
	private static long matches(String hash, String password) throws Exception {
		final String[] parts = hash.split("\\$");
		assertEquals("6", parts[1]);
		return run("openssl", "passwd", "-6", "-salt", parts[2], password).lines().filter(hash::equals).count();
	}

	private Path write(CloudInit what) throws BenchException {
		return what.write("board", folder, folder.resolve("seed.iso"));
	}

	private static String instance(Path seed) throws Exception {
		return JsonParser.parseString(read(seed, "meta-data")).getAsJsonObject().get("instance-id").getAsString();
	}

	private static JsonObject cloudConfig(String text) {
		assertTrue(text.startsWith("#cloud-config\n"), text);
		return JsonParser.parseString(text.substring(text.indexOf('\n'))).getAsJsonObject();
	}

	private static String read(Path seed, String name) throws Exception {
		return run("bsdtar", "-xOf", seed.toString(), name);
	}

	private static String run(String... command) throws Exception {
		Needs.programs(command[0]);
		final var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), output);
		return output;
	}
}
