package dev.benchtop.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.server.files.LiveTransfer;
import dev.benchtop.server.files.Percent;
import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** Answers the requests of one connection. */
final class Responder {

	private static final String ALLOWED = "GET, HEAD"; //$NON-NLS-1$

	private final Wire wire;
	private final ServedFiles files;
	private final Links links;
	private final HttpSettings settings;
	private final Uploads uploads;
	private final TransferLog log;

	Responder(Wire wire, ServedFiles files, Links links, HttpSettings settings, Uploads uploads, TransferLog log) {
		this.wire = wire;
		this.files = files;
		this.links = links;
		this.settings = settings;
		this.uploads = uploads;
		this.log = log;
	}

	/** Answers; what is wrong with the request is an answer too. */
	void answer(Request request, Body body, boolean keepsAlive) throws IOException {
		try {
			final Optional<String> link = links.name(request.path());
			if (link.isEmpty() && !settings.access().allows(request.field("authorization"))) { //$NON-NLS-1$
				send(request, Answer.said(Status.UNAUTHORIZED).with("WWW-Authenticate", settings.access().challenge()), keepsAlive); //$NON-NLS-1$
				return;
			}
			switch (request.method()) {
				case "GET", "HEAD" -> read(request, link, keepsAlive); //$NON-NLS-1$ //$NON-NLS-2$
				case "PUT" -> write(request, body, keepsAlive); //$NON-NLS-1$
				default -> send(request, notAllowed(), keepsAlive);
			}
		} catch (HttpException e) {
			send(request, Answer.said(e.status()), keepsAlive);
		} catch (NoSuchFileException | NotDirectoryException e) {
			if (!request.isHead()) {
				log.missed(wire.client(), request.path().substring(1));
			}
			send(request, Answer.said(Status.NOT_FOUND), keepsAlive);
		} catch (AccessDeniedException e) {
			send(request, Answer.said(Status.FORBIDDEN), keepsAlive);
		}
	}

	private Answer notAllowed() {
		return Answer.said(Status.METHOD_NOT_ALLOWED).with("Allow", settings.writable() ? ALLOWED + ", PUT" : ALLOWED); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void read(Request request, Optional<String> link, boolean keepsAlive) throws IOException, HttpException {
		final String name = request.path().substring(1);
		final Path path = link.isPresent() ? files.published().get(link.get()) : files.entry(name);
		if (path == null) {
			throw new NoSuchFileException(name);
		}
		final var attributes = Files.readAttributes(path, BasicFileAttributes.class);
		if (attributes.isDirectory()) {
			folder(request, path, keepsAlive);
		} else if (attributes.isOther() || name.endsWith("/")) { //$NON-NLS-1$
			throw new NoSuchFileException(name);
		} else {
			file(request, Content.of(path, attributes), link.orElse(name), keepsAlive);
		}
	}

	private void folder(Request request, Path path, boolean keepsAlive) throws IOException {
		if (request.path().endsWith("/")) { //$NON-NLS-1$
			send(request, FolderIndex.of(request, path), keepsAlive);
		} else {
			final String place = Percent.encode(request.path().substring(request.path().lastIndexOf('/') + 1)) + '/';
			send(request, Answer.said(Status.MOVED_PERMANENTLY).with("Location", "./" + place), keepsAlive); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void file(Request request, Content content, String name, boolean keepsAlive) throws IOException, HttpException {
		final var failed = Conditions.failed(request, Optional.of(content));
		if (failed.isPresent()) {
			send(request, content.describe(failed.get() == Status.NOT_MODIFIED ? new Answer(failed.get()) : Answer.said(failed.get())), keepsAlive);
			return;
		}
		final var whole = List.of(new Ranges.Part(0, content.size() - 1));
		final var field = request.isHead() ? Optional.<String>empty() : request.field("range"); //$NON-NLS-1$
		final List<Ranges.Part> parts;
		try {
			parts = field.isPresent() && Conditions.rangeHolds(request, content) ? Ranges.of(field.get(), content.size()).orElse(whole) : whole;
		} catch (HttpException e) {
			send(request, Answer.said(e.status()).with("Content-Range", "bytes */" + content.size()), keepsAlive); //$NON-NLS-1$ //$NON-NLS-2$
			return;
		}
		final boolean partial = parts != whole;
		final var multipart = new Multipart(parts, content, UUID.randomUUID().toString());
		final var answer = content.describe(new Answer(partial ? Status.PARTIAL_CONTENT : Status.OK));
		if (parts.size() > 1) {
			answer.with("Content-Type", multipart.type()).length(multipart.length()); //$NON-NLS-1$
		} else {
			answer.with("Content-Type", content.type()).length(parts.getFirst().length()); //$NON-NLS-1$
			answer.with("Content-Range", Optional.of(parts.getFirst().of(content.size())).filter(_ -> partial)); //$NON-NLS-1$
		}
		if (request.isHead()) {
			send(request, answer, keepsAlive);
			return;
		}
		final var transfer = log.begin(wire.client(), name, false, parts.stream().mapToLong(Ranges.Part::length).sum(), options(parts, partial));
		stream(answer, multipart, transfer, keepsAlive);
	}

	private static String options(List<Ranges.Part> parts, boolean partial) {
		if (!partial) {
			return ""; //$NON-NLS-1$
		}
		final var first = parts.getFirst();
		return parts.size() > 1 ? NLS.bind(Messages.Responder_ranges, parts.size())
				: NLS.bind(Messages.Responder_range, first.first() + "-" + first.last()); //$NON-NLS-1$
	}

	/** From here on nothing else can be said than the file: what goes wrong ends the connection. */
	private void stream(Answer answer, Multipart multipart, LiveTransfer transfer, boolean keepsAlive) throws IOException {
		try (var sender = new FileSender(wire, multipart.content().path(), transfer)) {
			wire.write(answer.head(keepsAlive));
			if (multipart.parts().size() == 1) {
				sender.send(multipart.parts().getFirst());
			} else {
				for (final var part : multipart.parts()) {
					wire.write(multipart.before(part));
					sender.send(part);
				}
				wire.write(multipart.end());
			}
			transfer.end(Outcome.DONE, Optional.empty());
		} catch (IOException | RuntimeException e) {
			transfer.end(Outcome.FAILED, Optional.of(wire.isOpen() ? Reasons.of(e) : Messages.Responder_brokenOff));
			throw new BrokenOffException(e);
		}
	}

	private void write(Request request, Body body, boolean keepsAlive) throws IOException, HttpException {
		if (!settings.writable()) {
			send(request, notAllowed(), keepsAlive);
			return;
		}
		final boolean replaced = uploads.take(request, body, wire);
		send(request, new Answer(replaced ? Status.NO_CONTENT : Status.CREATED), keepsAlive);
	}

	private void send(Request request, Answer answer, boolean keepsAlive) throws IOException {
		wire.write(answer.head(keepsAlive));
		if (!request.isHead() && answer.status() != Status.NOT_MODIFIED) {
			wire.write(ByteBuffer.wrap(answer.body()));
		}
	}
}
