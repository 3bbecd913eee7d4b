package dev.benchtop.qemu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.capability.FileServer;

/**
 * The TFTP server in QEMU's router, which needs no right to port 69. It serves a folder, so what is published is copied there; of transfers it
 * tells nothing.
 */
final class RouterTftp implements FileServer {

	private final String board;
	private final Path folder;
	private final InetSocketAddress seen;
	private final Map<String, String> published = new LinkedHashMap<>();
	private boolean started;

	/**
	 * A server that has not started.
	 *
	 * @param folder need not exist
	 * @param seen where the board finds the router
	 */
	RouterTftp(String board, Path folder, InetSocketAddress seen) {
		this.board = board;
		this.folder = folder;
		this.seen = seen;
	}

	/** The folder of a machine whose state is kept in {@code state}. */
	static Path folder(Path state) {
		return state.resolve("tftp"); //$NON-NLS-1$
	}

	@Override
	public String protocol() {
		return "tftp"; //$NON-NLS-1$
	}

	@Override
	public synchronized InetSocketAddress start() throws BenchException {
		try {
			PrivateFiles.folder(folder);
		} catch (IOException e) {
			throw BenchException.failed(Messages.RouterTftp_folder).where(folder.toString()).why(e).build();
		}
		started = true;
		return seen;
	}

	@Override
	public synchronized void stop() {
		List.copyOf(published.keySet()).forEach(this::withdraw);
		started = false;
	}

	@Override
	public synchronized Optional<InetSocketAddress> address() {
		return started ? Optional.of(seen) : Optional.empty();
	}

	@Override
	public synchronized String publish(String name, Path file, InetAddress self) throws BenchException {
		final Path copy = folder.resolve(name).normalize();
		if (!copy.startsWith(folder) || copy.equals(folder)) {
			throw BenchException.usage(NLS.bind(Messages.RouterTftp_name, name)).where(board).build();
		}
		try {
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.RouterTftp_copy, name)).where(board).why(e).build();
		}
		final String url = "tftp://" + seen.getHostString() + '/' + name; //$NON-NLS-1$
		published.put(name, url);
		return url;
	}

	@Override
	public synchronized void withdraw(String name) {
		if (published.remove(name) != null) {
			try {
				Files.deleteIfExists(folder.resolve(name).normalize());
			} catch (IOException e) {
				System.getLogger(RouterTftp.class.getName()).log(System.Logger.Level.WARNING, name, e);
			}
		}
	}

	@Override
	public synchronized Map<String, String> published() {
		return Map.copyOf(published);
	}

	@Override
	public List<Transfer> transfers() {
		return List.of();
	}
}
