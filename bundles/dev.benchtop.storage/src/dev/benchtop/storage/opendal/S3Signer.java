package dev.benchtop.storage.opendal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.benchtop.core.Secret;

/**
 * Signs requests as AWS's <i>Signature Version 4</i> for S3 wants it, with the signature in a header and the content left out.
 *
 * @param host as in the header of that name
 * @param token of a session; null for none
 */
record S3Signer(String host, String region, String accessKey, Secret secretKey, Secret token) {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256"; //$NON-NLS-1$
	private static final String CONTENT = "UNSIGNED-PAYLOAD"; //$NON-NLS-1$
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC); //$NON-NLS-1$
	private static final int DAY = 8;

	/**
	 * The headers that make a request a signed one.
	 *
	 * @param path percent-encoded
	 * @param more headers whose names begin with {@code x-amz-}, in lower case
	 * @param query its parts sorted and percent-encoded, each with a {@code =}
	 */
	Map<String, String> sign(String method, String path, String query, Map<String, String> more, Instant now) {
		final String time = TIME.format(now);
		final String day = time.substring(0, DAY);
		final Map<String, String> signed = new TreeMap<>(Map.of("host", host, "x-amz-content-sha256", CONTENT, "x-amz-date", time)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		signed.putAll(more);
		if (token != null) {
			signed.put("x-amz-security-token", token.reveal()); //$NON-NLS-1$
		}
		final String names = String.join(";", signed.keySet()); //$NON-NLS-1$
		final var request = new StringBuilder(method).append('\n').append(path).append('\n').append(query).append('\n');
		signed.forEach((name, value) -> request.append(name).append(':').append(value).append('\n'));
		request.append('\n').append(names).append('\n').append(CONTENT);
		final String scope = day + '/' + region + "/s3/aws4_request"; //$NON-NLS-1$
		final String text = ALGORITHM + '\n' + time + '\n' + scope + '\n' + hex(sha256(request.toString()));
		byte[] key = ("AWS4" + secretKey.reveal()).getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		for (final String part : new String[] {day, region, "s3", "aws4_request"}) { //$NON-NLS-1$ //$NON-NLS-2$
			key = hmac(key, part);
		}
		signed.remove("host"); //$NON-NLS-1$
		signed.put("Authorization", ALGORITHM + " Credential=" + accessKey + '/' + scope + ", SignedHeaders=" + names + ", Signature=" //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				+ hex(hmac(key, text)));
		return signed;
	}

	private static String hex(byte[] data) {
		return HexFormat.of().formatHex(data);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			final Mac mac = Mac.getInstance("HmacSHA256"); //$NON-NLS-1$
			mac.init(new SecretKeySpec(key, "HmacSHA256")); //$NON-NLS-1$
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
