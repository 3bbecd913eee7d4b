package dev.benchtop.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Serves one client, request by request, until either side has enough. */
final class Connection implements Runnable {

	private static final Duration HEAD = Duration.ofSeconds(20);
	private static final Duration ANSWER = Duration.ofMinutes(2);
	private static final int SKIPPED = 64 << 10;

	private final Wire wire;
	private final Responder responder;

	Connection(Wire wire, Responder responder) {
		this.wire = wire;
		this.responder = responder;
	}

	@Override
	public void run() {
		try {
			final var reader = new RequestReader(wire);
			boolean goesOn = true;
			while (goesOn) {
				wire.allow(HEAD);
				final Optional<Request> request = reader.next();
				if (request.isEmpty()) {
					return;
				}
				goesOn = serve(request.get());
			}
			wire.end();
		} catch (HttpException e) {
			refuse(e.status());
		} catch (IOException | RuntimeException e) {
			System.getLogger(Connection.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e); // the client has gone, and its transfer tells
		} finally {
			wire.close();
		}
	}

	/** Answers one request; returns whether another may follow. */
	private boolean serve(Request request) throws IOException, HttpException {
		final var body = Body.of(request, wire);
		final boolean keepsAlive = request.keepsAlive() && !request.expectsContinue() && body.announced() >= 0 && body.announced() <= SKIPPED;
		wire.allow(ANSWER);
		try {
			responder.answer(request, body, keepsAlive);
		} catch (BrokenOffException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			System.getLogger(Connection.class.getName()).log(System.Logger.Level.WARNING, request.method() + ' ' + request.path(), e);
			refuse(Status.SERVER_ERROR);
			return false;
		}
		return keepsAlive && skip(body);
	}

	/** Reads what an answer did not need of the body, so that the next request is found; returns whether that was little enough. */
	private static boolean skip(Body body) throws IOException {
		final var buffer = new byte[8 << 10];
		for (int left = SKIPPED; left > 0 && !body.isOver();) {
			left -= Math.max(0, body.read(buffer, 0, buffer.length));
		}
		return body.isOver();
	}

	private void refuse(Status status) {
		try {
			final var answer = Answer.said(status);
			wire.write(answer.head(false));
			wire.write(ByteBuffer.wrap(answer.body()));
			wire.end();
		} catch (IOException e) {
			System.getLogger(Connection.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
		}
	}
}
