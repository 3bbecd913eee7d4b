package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/**
 * A folder over FTP. Debian builds rclone without its FTP server, so there are two others: pyftpdlib, which knows users and {@code MLSD}, and
 * vsftpd, which has neither here, but encrypts, and takes a data connection only with the session of its control connection.
 */
public final class FtpServer implements AutoCloseable {

	private final ServerProcess server;

	private FtpServer(ServerProcess server) {
		this.server = server;
	}

	/** pyftpdlib, for one user who may write. */
	public static FtpServer python(Path folder, String user, String password) throws IOException, InterruptedException {
		Needs.programs("python3");
		final String program = systemPython();
		Files.createDirectories(folder);
		return new FtpServer(ServerProcess.start(folder.resolveSibling("pyftpdlib.log"), port -> List.of(program, "-m", "pyftpdlib", "-i", "127.0.0.1", "-p",
				Integer.toString(port), "-w", "-d", folder.toString(), "-u", user, "-P", password)));
	}

	/** The one that Debian's packages are for, whatever stands before it in the path. */
	private static String systemPython() throws IOException, InterruptedException {
		final var program = Path.of("/usr/bin/python3");
		final String python = Files.isExecutable(program) ? program.toString() : "python3";
		final var process = new ProcessBuilder(python, "-c", "import pyftpdlib").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0 ? python : Needs.missing("python3-pyftpdlib");
	}

	/**
	 * vsftpd, for anybody, who may write.
	 *
	 * @param options lines of its configuration
	 */
	public static FtpServer vsftpd(Path folder, String... options) throws IOException, InterruptedException {
		final String program = Needs.program("vsftpd").toString();
		Files.createDirectories(folder);
		final Path config = folder.resolveSibling("vsftpd.conf");
		return new FtpServer(ServerProcess.start(folder.resolveSibling("vsftpd.out"), port -> {
			final var lines = new ArrayList<>(List.of("listen=YES", "listen_address=127.0.0.1", "listen_port=" + port, "background=NO", "run_as_launching_user=YES", "ftp_username=nobody",
					"seccomp_sandbox=NO", "anonymous_enable=YES", "no_anon_password=YES", "anon_root=" + folder, "write_enable=YES", "anon_upload_enable=YES",
					"anon_mkdir_write_enable=YES", "anon_other_write_enable=YES", "anon_world_readable_only=NO", "anon_umask=022",
					"vsftpd_log_file=" + folder.resolveSibling("vsftpd.log")));
			lines.addAll(Arrays.asList(options));
			Files.write(config, lines);
			return List.of(program, config.toString());
		}));
	}

	public int port() {
		return server.port();
	}

	@Override
	public void close() {
		server.close();
	}
}
