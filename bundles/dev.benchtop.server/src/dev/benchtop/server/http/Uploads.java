package dev.benchtop.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.server.files.LiveTransfer;
import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** Takes uploads (RFC 9110, section 9.3.4): each grows beside its place and is put there when it is complete; together they keep within the quota. */
final class Uploads {

	private static final int BUFFER = 128 << 10;

	private final ServedFiles files;
	private final long quota;
	private final TransferLog log;
	private final Map<Path, Long> taken = new ConcurrentHashMap<>();

	Uploads(ServedFiles files, long quota, TransferLog log) {
		this.files = files;
		this.quota = quota;
		this.log = log;
	}

	/** Takes one; returns whether it replaced a file. */
	boolean take(Request request, Body body, Wire wire) throws IOException, HttpException {
		if (request.field("content-range").isPresent()) { //$NON-NLS-1$
			throw new HttpException(Status.BAD_REQUEST);
		}
		final String name = request.path().substring(1);
		final Path target = files.target(name);
		final boolean there = Files.exists(target);
		if (there && Files.isDirectory(target)) {
			throw new HttpException(Status.CONFLICT);
		}
		final var failed = Conditions.failed(request, there ? Optional.of(Content.of(target)) : Optional.empty());
		if (failed.isPresent() || !there && request.field("if-match").isPresent()) { //$NON-NLS-1$
			throw new HttpException(Status.PRECONDITION_FAILED);
		}
		final Path staged = target.resolveSibling(ServedFiles.STAGING + UUID.randomUUID());
		reserve(staged, Math.max(0, body.announced()));
		final var transfer = log.begin(wire.client(), name, true, body.announced(), ""); //$NON-NLS-1$
		try {
			if (request.expectsContinue()) {
				invite(wire, staged);
			}
			place(body, staged, target, transfer);
			transfer.end(Outcome.DONE, Optional.empty());
			return there;
		} catch (EOFException e) {
			transfer.end(Outcome.FAILED, Optional.of(Messages.Responder_brokenOff));
			throw new BrokenOffException(e);
		} catch (IOException | RuntimeException | HttpException e) {
			transfer.end(Outcome.FAILED, Optional.of(wire.isOpen() ? Reasons.of(e) : Messages.Responder_brokenOff));
			throw e;
		}
	}

	/** Lets the client send; one that has gone takes no room. */
	private void invite(Wire wire, Path staged) throws IOException {
		try {
			wire.write("HTTP/1.1 100 Continue\r\n\r\n"); //$NON-NLS-1$
		} catch (IOException e) {
			taken.remove(staged);
			throw e;
		}
	}

	private void place(Body body, Path staged, Path target, LiveTransfer transfer) throws IOException, HttpException {
		try {
			final long size = receive(body, staged, transfer);
			move(staged, target);
			taken.put(target, size);
		} finally {
			taken.remove(staged);
			Files.deleteIfExists(staged);
		}
	}

	/** So much is about to lie there. */
	private synchronized void reserve(Path staged, long bytes) throws HttpException {
		taken.keySet().removeIf(path -> !path.getFileName().toString().startsWith(ServedFiles.STAGING) && !Files.exists(path));
		final long others = taken.entrySet().stream().filter(entry -> !entry.getKey().equals(staged)).mapToLong(Map.Entry::getValue).sum();
		if (others + bytes > quota) {
			throw new HttpException(Status.CONTENT_TOO_LARGE);
		}
		taken.put(staged, bytes);
	}

	private long receive(Body body, Path staged, LiveTransfer transfer) throws IOException, HttpException {
		long size = 0;
		final var buffer = ByteBuffer.allocate(BUFFER);
		try (ReadableByteChannel in = Channels.newChannel(body);
				var out = Files.newByteChannel(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			while (in.read(buffer.clear()) >= 0) {
				size += buffer.flip().remaining();
				if (body.announced() < 0) {
					reserve(staged, size);
				}
				transfer.advance(buffer.remaining());
				while (buffer.hasRemaining()) {
					out.write(buffer);
				}
			}
		}
		return size;
	}

	private static void move(Path staged, Path target) throws IOException {
		try {
			Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException | UnsupportedOperationException _) {
			Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
