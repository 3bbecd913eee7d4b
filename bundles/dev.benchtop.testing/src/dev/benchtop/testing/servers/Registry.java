package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** An empty OCI registry without TLS, for anybody or for one user. */
public final class Registry implements AutoCloseable {

	/** Whom {@link #serveGuarded} serves. */
	public static final String USER = "desk";
	public static final String PASSWORD = "bench top secret";
	private static final String PASSWORD_BCRYPT = "$2y$04$31xTEoCjvqGO2.SiZGPY2ONT9HfqJKFuDl3gxAeFvq68cFEmkuGH2";

	private final ServerProcess server;

	private Registry(ServerProcess server) {
		this.server = server;
	}

	/** Starts one for anybody that keeps what it is given in a folder. */
	public static Registry serve(Path folder) throws IOException, InterruptedException {
		return start(folder, "");
	}

	/** Starts one for {@value #USER} with {@value #PASSWORD} only. */
	public static Registry serveGuarded(Path folder) throws IOException, InterruptedException {
		final Path users = Files.writeString(folder.resolveSibling("registry.users"), USER + ':' + PASSWORD_BCRYPT + '\n');
		return start(folder, "auth: {htpasswd: {realm: desk, path: " + users + "}}");
	}

	private static Registry start(Path folder, String auth) throws IOException, InterruptedException {
		final String program = Needs.program("docker-registry").toString();
		Files.createDirectories(folder);
		final Path settings = folder.resolveSibling("registry.yml");
		return new Registry(ServerProcess.start(folder.resolveSibling("registry.log"), port -> {
			Files.writeString(settings, """
					version: 0.1
					log: {level: warn}
					storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
					http: {addr: "127.0.0.1:%d", secret: of-tests}
					%s
					""".formatted(folder, port, auth));
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
