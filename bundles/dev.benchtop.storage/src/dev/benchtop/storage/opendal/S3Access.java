package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.storage.http.Url;

/**
 * Where a bucket is and how its requests are signed, by the rules of OpenDAL's options.
 *
 * @param root the URL of the folder that is the storage's root
 * @param bucket the path of the bucket
 * @param copySource what stands before a key where a copy names its source
 * @param prefix what stands before a key in the bucket
 */
record S3Access(Url root, String bucket, String copySource, String prefix, S3Signer signer) {

	private static final String AMAZON = "https://s3.amazonaws.com"; //$NON-NLS-1$
	/** Options that change what a request says; OpenDAL knows how. */
	private static final List<String> OWN_WAYS = List.of("server_side_encryption", "server_side_encryption_aws_kms_key_id", //$NON-NLS-1$ //$NON-NLS-2$
			"server_side_encryption_customer_algorithm", "server_side_encryption_customer_key", "default_storage_class", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"checksum_algorithm", "enable_request_payer", "allow_anonymous", "role_arn"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	/** Empty where only OpenDAL can send the requests, or says what is missing. */
	static Optional<S3Access> of(Native store, S3Keys keys) throws IOException {
		final String region = keys.setting(store, "region", "AWS_REGION", "AWS_DEFAULT_REGION"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final String name = store.option("bucket"); //$NON-NLS-1$
		final var pair = keys.find(store);
		if (region.isEmpty() || name.isEmpty() || pair.isEmpty() || OWN_WAYS.stream().anyMatch(option -> !store.option(option).isEmpty())) {
			return Optional.empty();
		}
		final boolean inHost = store.option("enable_virtual_host_style").equals("true"); //$NON-NLS-1$ //$NON-NLS-2$
		final Url bucket = bucket(keys.setting(store, "endpoint", "AWS_ENDPOINT_URL", "AWS_ENDPOINT", "AWS_S3_ENDPOINT"), region, name, inHost); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		if (Proxied.is(bucket)) {
			return Optional.empty();
		}
		final String folder = store.option("root").replaceAll("/{2,}", "/").replaceAll("^/|/$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		final String path = bucket.path().length() > 1 ? bucket.path().replaceAll("/$", "") : bucket.path(); //$NON-NLS-1$ //$NON-NLS-2$
		final var signer = new S3Signer(new Link(bucket).authority(), region, pair.get().accessKey(), pair.get().secretKey(), pair.get().token());
		return Optional.of(new S3Access(folder.isEmpty() ? bucket.folder() : bucket.child(folder).folder(), path, '/' + S3Client.encode(name) + '/',
				folder.isEmpty() ? "" : folder + '/', signer)); //$NON-NLS-1$
	}

	private static Url bucket(String endpoint, String region, String name, boolean inHost) throws IOException {
		String server = endpoint.isEmpty() ? AMAZON : endpoint.startsWith("http") ? endpoint : "https://" + endpoint; //$NON-NLS-1$ //$NON-NLS-2$
		server = server.replaceAll("/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		if (server.equals(AMAZON)) {
			server = "https://s3." + region + ".amazonaws.com"; //$NON-NLS-1$ //$NON-NLS-2$
		}
		return Url.parse(inHost ? server.replaceFirst("//", "//" + name + '.') : server + '/' + S3Client.encode(name)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The path of a key, percent-encoded. */
	String path(String key) {
		return root.child(key).path();
	}

	Map<String, String> sign(String method, String path, String query, Map<String, String> more) {
		return signer.sign(method, path, query, more, Instant.now());
	}

	/** A URL that gives access for a while. */
	String presign(String method, String key, Duration expiry) {
		return root.origin() + path(key) + '?' + signer.presign(method, path(key), expiry, Instant.now());
	}

	/** What a copy names as its source. */
	String source(String key) {
		return copySource + S3Client.encode(prefix + key).replace("%2F", "/"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
