package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.storage.backend.Backend.Reading;
import dev.benchtop.storage.backend.Backend.Upload;

/** Content of S3: ranges side by side, uploads in parts side by side that can be given up. */
final class S3Transport implements Transport {

	private static final Reading RANGES = new Reading(16 << 20, 4);

	private final S3Client s3;

	S3Transport(S3Client s3) {
		this.s3 = s3;
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		final Map<String, String> headers = new HashMap<>();
		Ranges.ask(headers, offset, length, etag);
		return Ranges.body(s3.send("GET", key, Map.of(), headers), offset, length); //$NON-NLS-1$
	}

	@Override
	public Reading reading() {
		return RANGES;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		return new S3Upload(s3, key, size);
	}

	@Override
	public void close() {
		s3.close();
	}
}
