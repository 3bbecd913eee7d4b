package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;
import org.apache.sshd.sftp.common.SftpException;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.NioBackend;

/** A folder of an SSH server. */
final class SftpBackend extends NioBackend {

	private static final Abilities ABILITIES = Abilities.all().without(Ability.COPY, Messages.SftpBackend_noCopy)
			.without(Ability.PRESIGN_READ, Messages.SftpBackend_noUrl).without(Ability.PRESIGN_WRITE, Messages.SftpBackend_noUrl)
			.without(Ability.PRESIGN_STAT, Messages.SftpBackend_noUrl);

	private final SftpConfig config;
	private final Connection connection;
	private final Channels channels = new Channels();
	private SftpFileSystem known;
	private Path root;

	SftpBackend(SftpConfig config) {
		this.config = config;
		this.connection = new Connection(config);
	}

	@Override
	public Abilities abilities() {
		return ABILITIES;
	}

	@Override
	protected synchronized Path root() throws IOException {
		final SftpFileSystem files = connection.files();
		if (known != files) {
			root = canonical(files, config.effectiveRoot());
			known = files;
		}
		return root;
	}

	@Override
	protected Path real(Path path) throws IOException {
		return canonical(connection.files(), path.toString());
	}

	private static Path canonical(SftpFileSystem files, String path) throws IOException {
		try (SftpClient client = files.getClient()) {
			return files.getPath(client.canonicalPath(path));
		}
	}

	@Override
	protected BackendException failure(IOException failure) {
		return SftpFailures.of(failure);
	}

	@Override
	protected InputStream open(Path file, long offset) throws IOException {
		return new SftpReading(channels, channels.take(connection.files()), file.toString(), offset);
	}

	@Override
	protected WritableByteChannel create(Path file) throws IOException {
		return new SftpWriting(channels, channels.take(connection.files()), file.toString());
	}

	@Override
	protected void move(Path from, Path to) throws IOException {
		try (SftpClient client = connection.files().getClient()) {
			final var extension = client.getExtension(OpenSSHPosixRenameExtension.class);
			if (extension != null && extension.isSupported()) {
				extension.posixRename(from.toString(), to.toString());
			} else {
				moveOver(client, from.toString(), to.toString());
			}
		}
	}

	/** The rename of the protocol's third version is refused where something lies at the target. */
	private static void moveOver(SftpClient client, String from, String to) throws IOException {
		try {
			client.rename(from, to);
		} catch (final SftpException e) {
			client.lstat(from);
			client.remove(to);
			client.rename(from, to);
		}
	}

	/** Servers say of a file that it cannot be listed, and not why. */
	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final var listed = new AtomicBoolean();
		try {
			super.list(key, recursive, entry -> {
				listed.set(true);
				sink.accept(entry);
			});
		} catch (final BackendException e) {
			if (!listed.get() && e.kind() != Kind.BROKEN && e.kind() != Kind.CLOSED && !stat(key).folder()) {
				throw new BackendException(Kind.NOT_FOLDER, e.getMessage(), e);
			}
			throw e;
		}
	}

	/** Servers say of a folder with something in it that it cannot be deleted, and not why. */
	@Override
	public void delete(String key) throws IOException {
		try {
			super.delete(key);
		} catch (final BackendException e) {
			if (e.kind() == Kind.FAILED && stat(key).folder()) {
				super.list(key, false, entry -> {
					throw new BackendException(Kind.NOT_EMPTY, e.getMessage(), e);
				});
			}
			throw e;
		}
	}

	@Override
	public void close() {
		connection.close();
	}
}
