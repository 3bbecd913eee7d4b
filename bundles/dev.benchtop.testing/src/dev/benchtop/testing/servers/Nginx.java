package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** A plain nginx that serves a folder, with its index pages. */
public final class Nginx implements AutoCloseable {

	private final ServerProcess server;

	private Nginx(ServerProcess server) {
		this.server = server;
	}

	/**
	 * Serves a folder.
	 *
	 * @param directives added to the server block, such as {@code location = /a { return 302 /b; }}
	 */
	public static Nginx serve(Path folder, String... directives) throws IOException, InterruptedException {
		final String program = Needs.program("nginx").toString();
		Files.createDirectories(folder);
		final Path work = Files.createDirectories(folder.resolveSibling("nginx"));
		final Path settings = work.resolve("nginx.conf");
		return new Nginx(ServerProcess.start(work.resolve("nginx.log"), port -> {
			Files.writeString(settings, """
					daemon off;
					master_process off;
					pid %1$s/nginx.pid;
					error_log %1$s/error.log;
					events {}
					http {
						access_log off;
						default_type application/octet-stream;
						client_body_temp_path %1$s/body;
						proxy_temp_path %1$s/proxy;
						fastcgi_temp_path %1$s/fastcgi;
						uwsgi_temp_path %1$s/uwsgi;
						scgi_temp_path %1$s/scgi;
						server {
							listen 127.0.0.1:%2$d;
							root "%3$s";
							autoindex on;
							autoindex_exact_size on;
							%4$s
						}
					}
					""".formatted(work, port, folder, String.join("\n", directives)));
			return List.of(program, "-p", work.toString(), "-e", work.resolve("error.log").toString(), "-c", settings.toString());
		}));
	}

	public int port() {
		return server.port();
	}

	/** {@code http://127.0.0.1:PORT/}. */
	public String url() {
		return "http://127.0.0.1:" + port() + '/';
	}

	@Override
	public void close() {
		server.close();
	}
}
