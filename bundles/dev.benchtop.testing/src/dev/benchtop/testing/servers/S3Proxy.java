package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** S3Proxy over a folder; the folders in it are the buckets. Its jar is named by the environment variable {@code BENCHTOP_S3PROXY}. */
public final class S3Proxy implements AutoCloseable {

	public static final String ACCESS_KEY = "benchtop";
	public static final String SECRET_KEY = "s3cret-key-of-tests";
	public static final String BUCKET = "bucket";

	private final ServerProcess server;

	private S3Proxy(ServerProcess server) {
		this.server = server;
	}

	/** Serves a folder, in which {@link #BUCKET} is made. */
	public static S3Proxy serve(Path folder) throws IOException, InterruptedException {
		final String jar = System.getenv("BENCHTOP_S3PROXY");
		if (jar == null || !Files.isRegularFile(Path.of(jar))) {
			return Needs.missing("The jar of S3Proxy (BENCHTOP_S3PROXY)");
		}
		Files.createDirectories(folder.resolve(BUCKET));
		final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		final Path settings = folder.resolveSibling("s3proxy.properties");
		return new S3Proxy(ServerProcess.start(folder.resolveSibling("s3proxy.log"), port -> {
			Files.write(settings, List.of("s3proxy.authorization=aws-v2-or-v4", "s3proxy.identity=" + ACCESS_KEY,
					"s3proxy.credential=" + SECRET_KEY, "s3proxy.endpoint=http://127.0.0.1:" + port, "jclouds.provider=filesystem-nio2",
					"jclouds.identity=unused", "jclouds.credential=unused", "jclouds.filesystem.basedir=" + folder));
			return List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-DLOG_LEVEL=warn", "-jar", jar, "--properties",
					settings.toString());
		}));
	}

	/** {@code http://127.0.0.1:PORT}. */
	public String endpoint() {
		return "http://127.0.0.1:" + server.port();
	}

	@Override
	public void close() {
		server.close();
	}
}
