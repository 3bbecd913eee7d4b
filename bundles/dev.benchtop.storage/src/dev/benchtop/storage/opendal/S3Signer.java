package dev.benchtop.storage.opendal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
		final String signature = signature(method, path, query, signed, time);
		signed.remove("host"); //$NON-NLS-1$
		signed.put("Authorization", ALGORITHM + " Credential=" + accessKey + '/' + scope(day) + ", SignedHeaders=" + names + ", Signature=" //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				+ signature);
		return signed;
	}

	/** The query that makes a URL a signed one. */
	String presign(String method, String path, Duration expiry, Instant now) {
		final String time = TIME.format(now);
		final Map<String, String> query = new TreeMap<>(Map.of("X-Amz-Algorithm", ALGORITHM, "X-Amz-Credential", //$NON-NLS-1$ //$NON-NLS-2$
				accessKey + '/' + scope(time.substring(0, DAY)), "X-Amz-Date", time, "X-Amz-Expires", Long.toString(expiry.toSeconds()), //$NON-NLS-1$ //$NON-NLS-2$
				"X-Amz-SignedHeaders", "host")); //$NON-NLS-1$ //$NON-NLS-2$
		if (token != null) {
			query.put("X-Amz-Security-Token", token.reveal()); //$NON-NLS-1$
		}
		final String text = query.entrySet().stream().map(part -> part.getKey() + '=' + S3Client.encode(part.getValue()))
				.collect(Collectors.joining("&")); //$NON-NLS-1$
		return text + "&X-Amz-Signature=" + signature(method, path, text, Map.of("host", host), time); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String scope(String day) {
		return day + '/' + region + "/s3/aws4_request"; //$NON-NLS-1$
	}

	/** @param headers by name, in its order */
	private String signature(String method, String path, String query, Map<String, String> headers, String time) {
		final String day = time.substring(0, DAY);
		final var request = new StringBuilder(method).append('\n').append(path).append('\n').append(query).append('\n');
		headers.forEach((name, value) -> request.append(name).append(':').append(value).append('\n'));
		request.append('\n').append(String.join(";", headers.keySet())).append('\n').append(CONTENT); //$NON-NLS-1$
		final String text = ALGORITHM + '\n' + time + '\n' + scope(day) + '\n' + hex(sha256(request.toString()));
		byte[] key = ("AWS4" + secretKey.reveal()).getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		for (final String part : new String[] {day, region, "s3", "aws4_request"}) { //$NON-NLS-1$ //$NON-NLS-2$
			key = hmac(key, part);
		}
		return hex(hmac(key, text));
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
