package dev.benchtop.storage.http;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Status, headers and body of one answer, there as soon as its headers are: what came of a body is not lost where the connection breaks at once. */
record Answer(int status, HttpHeaders headers, BodyStream body) {

	/**
	 * A request that was sent.
	 *
	 * @param sent cancelled to end the connection
	 */
	record Begun(CompletableFuture<?> sent, CompletableFuture<Answer> answer) {
	}

	static Begun to(HttpClient client, HttpRequest request, Duration timeout) {
		final var answer = new CompletableFuture<Answer>();
		final var sent = client.sendAsync(request, info -> {
			final var body = new BodyStream(timeout);
			answer.complete(new Answer(info.statusCode(), info.headers(), body));
			return body;
		});
		sent.whenComplete((response, failure) -> {
			if (failure != null) {
				answer.completeExceptionally(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
			} else { // a proxy that refuses a tunnel, whose body is not offered
				answer.complete(new Answer(response.statusCode(), response.headers(), BodyStream.empty()));
			}
		});
		return new Begun(sent, answer);
	}
}
