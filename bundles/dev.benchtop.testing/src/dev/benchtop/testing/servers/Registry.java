package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** An empty OCI registry without TLS and credentials. */
public final class Registry implements AutoCloseable {

	private final ServerProcess server;

	private Registry(ServerProcess server) {
		this.server = server;
	}

	/** Starts one that keeps what it is given in a folder. */
	public static Registry serve(Path folder) throws IOException, InterruptedException {
		final String program = Needs.program("docker-registry").toString();
		Files.createDirectories(folder);
		final Path settings = folder.resolveSibling("registry.yml");
		return new Registry(ServerProcess.start(folder.resolveSibling("registry.log"), port -> {
			Files.writeString(settings, """
					version: 0.1
					log: {level: warn}
					storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
					http: {addr: "127.0.0.1:%d", secret: of-tests}
					""".formatted(folder, port));
			return List.of(program, "serve", settings.toString());
		}));
	}

	/** {@code 127.0.0.1:PORT}. */
	public String host() {
		return "127.0.0.1:" + server.port();
	}

	@Override
	public void close() {
		server.close();
	}
}
