package dev.benchtop.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.server.files.LiveTransfer;
import dev.benchtop.server.files.Percent;
import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;
import dev.benchtop.server.tftp.TftpEnd;
import dev.benchtop.server.tftp.TftpError;
import dev.benchtop.server.tftp.TftpFiles;
import dev.benchtop.server.tftp.TftpFolder;
import dev.benchtop.server.tftp.TftpListener;
import dev.benchtop.server.tftp.TftpRefusal;
import dev.benchtop.server.tftp.TftpServer;
import dev.benchtop.server.tftp.TftpSettings;
import dev.benchtop.server.tftp.TftpTransfer;
import dev.benchtop.server.tftp.TftpUpload;

/**
 * Serves by TFTP.
 *
 * @param ports to try in turn where any will do
 */
record TftpProtocol(boolean writable, TftpSettings settings, List<Integer> ports) implements Protocol {

	static final int PORT = 69;
	/** Where boot loaders are told to ask instead, by those who may not have the usual port. */
	static final int SECOND = 6969;

	@Override
	public String name() {
		return "tftp"; //$NON-NLS-1$
	}

	@Override
	public int usualPort() {
		return PORT;
	}

	@Override
	public Running start(InetSocketAddress bind, ServedFiles files, TransferLog log) throws IOException {
		final var server = TftpServer.start(bind, new Served(files, writable), settings, new Told(log));
		return new Running(server.address(), () -> {
			server.close();
			log.endAll(Messages.BoardFileServer_stopped);
		});
	}

	@Override
	public String path(String name) {
		return '/' + Percent.encode(name);
	}

	@Override
	public void forget(String name) {
		// a name is its own path
	}

	/** What the names of requests mean. */
	private record Served(ServedFiles files, boolean writable) implements TftpFiles {
		@Override
		public Path find(String name) throws IOException {
			try {
				final Path file = files.file(name);
				if (!Files.isRegularFile(file)) {
					throw new TftpRefusal(TftpError.FILE_NOT_FOUND, "Not a file"); //$NON-NLS-1$
				}
				return file;
			} catch (NoSuchFileException _) {
				throw new TftpRefusal(TftpError.FILE_NOT_FOUND, "File not found"); //$NON-NLS-1$
			} catch (AccessDeniedException _) {
				throw new TftpRefusal(TftpError.ACCESS_VIOLATION, "Access violation"); //$NON-NLS-1$
			}
		}

		@Override
		public TftpUpload create(String name, long size) throws IOException {
			if (!writable || files.root().isEmpty()) {
				return TftpFiles.super.create(name, size);
			}
			return new TftpFolder(files.root().get(), TftpFolder.Access.REPLACE).create(name, size);
		}
	}

	/** Notes what happens. */
	private record Told(TransferLog log, Map<TftpTransfer, LiveTransfer> live) implements TftpListener {

		Told(TransferLog log) {
			this(log, new ConcurrentHashMap<>());
		}

		@Override
		public void begin(TftpTransfer transfer) {
			final String options = transfer.options().entrySet().stream().map(option -> option.getKey() + ' ' + option.getValue())
					.sorted().collect(Collectors.joining(", ")); //$NON-NLS-1$
			final var begun = log.begin(transfer.client(), transfer.name(), transfer.upload(), transfer.total(), options);
			begun.follow(transfer::done, transfer::retransmits);
			live.put(transfer, begun);
		}

		@Override
		public void end(TftpTransfer transfer, TftpEnd end, String reason) {
			final var begun = live.remove(transfer);
			if (begun != null) {
				begun.end(end == TftpEnd.FAILED ? Outcome.FAILED : Outcome.DONE,
						end == TftpEnd.PROBED ? Optional.of(Messages.TftpProtocol_probed) : Optional.of(reason).filter(text -> !text.isEmpty()));
			}
		}

		@Override
		public void missing(InetSocketAddress client, String name) {
			log.missed(client, name);
		}

		@Override
		public void refused(InetSocketAddress client, String name, TftpError error, String text) {
			log.begin(client, name, false, -1, "").end(Outcome.FAILED, Optional.of(text)); //$NON-NLS-1$
		}

		@Override
		public void trouble(Throwable cause) {
			System.getLogger(TftpProtocol.class.getName()).log(System.Logger.Level.WARNING, cause.getMessage(), cause);
		}
	}
}
