package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.servers.Nginx;
import dev.benchtop.testing.servers.Rclone;
import dev.benchtop.testing.servers.Rclone.Protocol;
import dev.benchtop.testing.servers.S3Proxy;

/** Images that lie elsewhere: in S3, behind WebDAV, under a signed URL that leads on; copied, and flashed as they come. */
class StorageFlashTest {

	private static final Duration FLASH = Duration.ofSeconds(60);
	private static final String NAME = "small image.img.xz";
	private static final String SIGNATURE = "X-Amz-Credential=a%2Fb%40c&X-Amz-Signature=5%3D%3D";

	@TempDir
	private Path home;

	private ProductProcess product;
	private Path bench;
	private Path image;
	private String packed;
	private String unpacked;

	@BeforeEach
	void boardAndImage() throws Exception {
		Needs.programs("qemu-system-x86_64", "qemu-img", "xz", "sha256sum");
		product = new ProductProcess(home);
		bench = Samples.desk(home.resolve("bench"));
		image = Samples.random(Files.createDirectories(home.resolve("served/images")).resolve(NAME), 6);
		packed = Tools.sha256("cat '" + image + "'");
		unpacked = Tools.sha256("xz -dc '" + image + "'");
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
	}

	private void storage(String name, String config) throws Exception {
		Files.writeString(bench.resolve(name + ".yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Storage
				metadata: {name: %s}
				storage:
				  type: opendal
				  config: %s
				""".formatted(name, config));
	}

	private void s3(S3Proxy server) throws Exception {
		storage("s3", "{scheme: s3, options: {endpoint: '" + server.endpoint() + "', bucket: " + S3Proxy.BUCKET + ", region: us-east-1, access_key_id: "
				+ S3Proxy.ACCESS_KEY + ", secret_access_key: '${secret:s3}'}}");
		assertEquals(0, product.run(bench, "trust").code());
		secret(S3Proxy.SECRET_KEY);
	}

	private void secret(String value) throws Exception {
		final var process = product.start(product.command(bench, "secret", "set", "s3"), bench);
		process.getOutputStream().write((value + '\n').getBytes(StandardCharsets.UTF_8));
		final var ended = ProductProcess.end(process);
		assertEquals(0, ended.code(), ended.err());
	}

	private void well(String... arguments) throws Exception {
		final var ended = product.run(bench, arguments);
		assertEquals(0, ended.code(), ended.err());
	}

	private void assertFlashed(String source) throws Exception {
		final var flash = product.run(bench, "flash", "desk", source, "--json");
		assertEquals(0, flash.code(), flash.err());
		final JsonObject report = JsonParser.parseString(flash.out()).getAsJsonObject();
		assertEquals("VERIFIED", report.get("outcome").getAsString());
		assertEquals(unpacked, report.get("sha256").getAsString());
	}

	@Test
	void anImageIsCopiedToS3AndBackAndFlashedFromThere() throws Exception {
		try (var server = S3Proxy.serve(home.resolve("buckets"))) {
			s3(server);
			well("cp", image.toString(), "s3:images/" + NAME);
			final Path back = home.resolve("back.img.xz");
			well("cp", "s3:images/" + NAME, back.toString());
			assertEquals(packed, Tools.sha256("cat '" + back + "'"));
			assertFlashed("s3:images/" + NAME);

			secret("another one");
			final var refused = product.run(bench, "ls", "s3:images");
			assertEquals(1, refused.code());
			final var lines = refused.err().strip().lines().toList();
			assertTrue(lines.getFirst().startsWith("benchtop: "), refused.err());
			assertTrue(lines.size() <= 2, refused.err());
			assertFalse(refused.err().contains("another one") || refused.err().contains(S3Proxy.SECRET_KEY), refused.err());
		}
	}

	/** Serves one file below {@code /files/}, where only signed requests are answered; {@code /latest} leads there with the query that it has to have. */
	private static Nginx signed(Path file) throws Exception {
		final String name = file.getFileName().toString();
		return Nginx.serve(file.getParent(), "absolute_redirect off;", "location / { return 404; }", """
				location = /latest {
					if ($request_uri != "/latest?%2$s") { return 403; }
					return 302 files/%1$s?%2$s;
				}
				location /files/ {
					if ($request_uri != "/files/%1$s?%2$s") { return 403; }
					alias "%3$s/";
				}
				""".formatted(name, SIGNATURE, file.getParent()));
	}

	@Test
	void anImageIsFlashedFromASignedUrlThatLeadsOn() throws Exception {
		final Path plain = Files.copy(image, home.resolve("served/plain.img.xz"));
		try (var server = signed(plain)) {
			assertEquals(0, product.run(bench, "trust").code());
			assertFlashed(server.url() + "latest?" + SIGNATURE);
			final var unsigned = product.run(bench, "flash", "desk", server.url() + "latest?X-Amz-Signature=false-one");
			assertEquals(1, unsigned.code());
			assertTrue(unsigned.err().contains("403"), unsigned.err());
			assertFalse(unsigned.err().contains("false-one"), unsigned.err());
		}
	}

	@Test
	void anImageIsFlashedFromWebdavByCommandAndByWizard() throws Exception {
		try (var server = Rclone.serve(Protocol.WEBDAV, home.resolve("served"))) {
			storage("dav", "{scheme: webdav, options: {endpoint: '" + server.url() + "'}}");
			assertEquals(0, product.run(bench, "trust").code());
			final String source = "dav:images/" + NAME;
			assertFlashed(source);

			Window.openTrusted(bench);
			Ui.until("its row", Ui.SOON, () -> Window.row("desk").isPresent());
			Window.select(Window.session().bench().orElseThrow().board("desk"));
			Window.command("dev.benchtop.ui.flash.open");
			final Shell wizard = Ui.shell("Flash an Image");
			Ui.run(() -> {
				final Combo what = Ui.all(wizard, Combo.class).getFirst();
				what.setText(source);
				what.notifyListeners(SWT.Modify, new Event());
			});
			Ui.press(wizard, "Next >");
			Ui.until("its target", Ui.SOON, () -> Ui.find(wizard, Table.class, Table::isVisible).filter(table -> table.getSelectionCount() == 1).isPresent());
			Pictures.take("storage-flash-where");
			Ui.press(wizard, "Next >");
			Ui.press(wizard, "Flash");
			final Shell running = Ui.shell("Flashing " + NAME + " on desk:root");
			Ui.until("the result", FLASH,
					() -> Ui.all(running, Label.class).stream().map(Label::getText).anyMatch(text -> text.startsWith("Flashed and verified: 6.0 MiB")));
			assertTrue(Ui.call(() -> Ui.find(running, Text.class, text -> text.getText().equals(unpacked)).isPresent()), "no SHA-256");
			Pictures.take("storage-flash-verified");
			Ui.press(running, "Close");
		}
	}
}
