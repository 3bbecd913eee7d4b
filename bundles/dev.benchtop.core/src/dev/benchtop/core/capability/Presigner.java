package dev.benchtop.core.capability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.benchtop.core.BenchException;

/** Makes requests that give access to one path of a storage for a while. */
public interface Presigner {

	/** What the request may do. */
	enum Operation {
		READ, WRITE, STAT
	}

	/** A signed request: send {@code headers} with it. */
	record Request(String method, String url, Map<String, String> headers) {
	}

	Request presign(Path path, Operation operation, Duration expiry) throws BenchException;
}
