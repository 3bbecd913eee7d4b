package dev.benchtop.server.http;

/** A request that is answered with an error. */
final class HttpException extends Exception {

	private static final long serialVersionUID = 1L;

	private final Status status;

	HttpException(Status status) {
		super(status.line());
		this.status = status;
	}

	Status status() {
		return status;
	}
}
