package dev.benchtop.server.http;

/** Words for failures whose message is nothing. */
final class Reasons {

	private Reasons() {
	}

	static String of(Exception failure) {
		return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
	}
}
