package dev.benchtop.server.http;

/** The status codes that are used (RFC 9110, section 15). */
enum Status {
	OK(200, "OK"), //$NON-NLS-1$
	CREATED(201, "Created"), //$NON-NLS-1$
	NO_CONTENT(204, "No Content"), //$NON-NLS-1$
	PARTIAL_CONTENT(206, "Partial Content"), //$NON-NLS-1$
	MOVED_PERMANENTLY(301, "Moved Permanently"), //$NON-NLS-1$
	NOT_MODIFIED(304, "Not Modified"), //$NON-NLS-1$
	BAD_REQUEST(400, "Bad Request"), //$NON-NLS-1$
	UNAUTHORIZED(401, "Unauthorized"), //$NON-NLS-1$
	FORBIDDEN(403, "Forbidden"), //$NON-NLS-1$
	NOT_FOUND(404, "Not Found"), //$NON-NLS-1$
	METHOD_NOT_ALLOWED(405, "Method Not Allowed"), //$NON-NLS-1$
	CONFLICT(409, "Conflict"), //$NON-NLS-1$
	PRECONDITION_FAILED(412, "Precondition Failed"), //$NON-NLS-1$
	CONTENT_TOO_LARGE(413, "Content Too Large"), //$NON-NLS-1$
	RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable"), //$NON-NLS-1$
	HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"), //$NON-NLS-1$
	SERVER_ERROR(500, "Internal Server Error"), //$NON-NLS-1$
	NOT_IMPLEMENTED(501, "Not Implemented"), //$NON-NLS-1$
	UNAVAILABLE(503, "Service Unavailable"), //$NON-NLS-1$
	VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported"), //$NON-NLS-1$
	STORAGE_FULL(507, "Insufficient Storage"); //$NON-NLS-1$

	private final int code;
	private final String reason;

	Status(int code, String reason) {
		this.code = code;
		this.reason = reason;
	}

	int code() {
		return code;
	}

	/** {@code 404 Not Found}. */
	String line() {
		return code + " " + reason; //$NON-NLS-1$
	}
}
