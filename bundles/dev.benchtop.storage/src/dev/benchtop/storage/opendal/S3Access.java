package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.Url;

/**
 * Where a bucket is and how its requests are signed. A URL that OpenDAL signs tells the address, the region and the access key, with all
 * rules of its options; what it does not tell is the secret key.
 *
 * @param root the URL of the folder that is the storage's root
 * @param bucket the path of the bucket
 * @param copySource what stands before a key where a copy names its source
 * @param prefix what stands before a key in the bucket
 */
record S3Access(Url root, String bucket, String copySource, String prefix, S3Signer signer) {

	private static final String PROBE = "x"; //$NON-NLS-1$
	/** Options that change what an upload says; OpenDAL knows how. */
	private static final List<String> OWN_WAYS = List.of("server_side_encryption", "server_side_encryption_aws_kms_key_id", //$NON-NLS-1$ //$NON-NLS-2$
			"server_side_encryption_customer_algorithm", "server_side_encryption_customer_key", "default_storage_class", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"checksum_algorithm", "enable_request_payer", "allow_anonymous"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** Empty where only OpenDAL can send the requests. */
	static Optional<S3Access> of(Native store, S3Keys keys) throws IOException {
		if (OWN_WAYS.stream().anyMatch(option -> !store.option(option).isEmpty())) {
			return Optional.empty();
		}
		try {
			final String uri = store.call(Link.PATIENCE, operator -> operator.presignRead(PROBE, Duration.ofMinutes(1))).getUri();
			final int question = uri.indexOf('?');
			final Map<String, String> query = query(uri.substring(question + 1));
			final String[] scope = query.getOrDefault("X-Amz-Credential", "").split("/"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			final Url root = Url.parse(uri.substring(0, question - PROBE.length()));
			if (scope.length < 5 || question < 0 || Proxied.is(root)) {
				return Optional.empty();
			}
			final Secret token = Optional.ofNullable(query.get("X-Amz-Security-Token")).map(Secret::new).orElse(null); //$NON-NLS-1$
			final String host = new Link(root).authority();
			final String folder = store.option("root").replaceAll("/{2,}", "/").replaceAll("^/|/$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			final String prefix = folder.isEmpty() ? "" : folder + '/'; //$NON-NLS-1$
			return keys.secret(store, scope[0]).map(secret -> new S3Access(root, bucket(root.path(), prefix),
					'/' + S3Client.encode(store.option("bucket")) + '/', prefix, new S3Signer(host, scope[2], scope[0], secret, token))); //$NON-NLS-1$
		} catch (BackendException e) {
			if (e.kind() == BackendException.Kind.CLOSED) {
				throw e;
			}
			return Optional.empty(); // no credentials: OpenDAL says so in its own words, or needs none
		}
	}

	/** The path without as many names as the prefix has; {@code /} where the bucket is in the host's name. */
	private static String bucket(String path, String prefix) {
		String rest = path.substring(0, path.length() - 1);
		for (int i = prefix.indexOf('/'); i >= 0; i = prefix.indexOf('/', i + 1)) {
			rest = rest.substring(0, rest.lastIndexOf('/'));
		}
		return rest.isEmpty() ? "/" : rest; //$NON-NLS-1$
	}

	private static Map<String, String> query(String text) {
		final Map<String, String> values = new HashMap<>();
		for (final String part : text.split("&")) { //$NON-NLS-1$
			final int equals = part.indexOf('=');
			if (equals > 0) {
				values.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
			}
		}
		return values;
	}

	/** The path of a key, percent-encoded. */
	String path(String key) {
		return root.child(key).path();
	}

	Map<String, String> sign(String method, String path, String query, Map<String, String> more) {
		return signer.sign(method, path, query, more, Instant.now());
	}

	/** What a copy names as its source. */
	String source(String key) {
		return copySource + S3Client.encode(prefix + key).replace("%2F", "/"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
