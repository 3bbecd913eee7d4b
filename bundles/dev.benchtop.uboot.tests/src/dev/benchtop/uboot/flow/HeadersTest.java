package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;

class HeadersTest {

	private static Map<String, Secret> all(String config) throws BenchException {
		return Headers.all(Configs.with(config));
	}

	private static String refusal(String config) {
		final var refusal = assertThrows(BenchException.class, () -> all(config));
		assertEquals(BenchException.Kind.USAGE, refusal.kind());
		return refusal.what();
	}

	@ParameterizedTest
	@ValueSource(strings = {"''", "'   '"})
	void aBearerTokenIsNotEmpty(String token) {
		assertEquals("Bearer token cannot be empty", assertThrows(BenchException.class, () -> Headers.bearer(new Secret(token.replace("'", "")))).what());
	}

	@ParameterizedTest
	@ValueSource(strings = {"a b", "a\"b", "a\\b", "a\u00e9", "a\nb"})
	void aBearerTokenHasNoOddCharacters(String token) {
		final var refusal = assertThrows(BenchException.class, () -> Headers.bearer(new Secret(token)));
		assertEquals("Bearer token contains invalid characters", refusal.what());
		assertFalse(refusal.getMessage().contains(token));
	}

	@Test
	void aBearerTokenHasALimit() throws Exception {
		assertEquals(4096, Headers.bearer(new Secret("x".repeat(4096))).length());
		assertEquals("Bearer token is too long (max 4096 characters)", assertThrows(BenchException.class, () -> Headers.bearer(new Secret("x".repeat(4097)))).what());
		assertEquals("token", Headers.bearer(new Secret(" token\n")));
	}

	@Test
	void aTokenBecomesAHeaderUnlessThereIsOne() throws Exception {
		assertEquals(Map.of("Authorization", new Secret("Bearer abc")), all("bearer_token: abc"));
		assertEquals(Map.of("authorization", new Secret("Basic x")), all("bearer_token: abc\nheaders: {authorization: Basic x}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"Invalid Header|Invalid header name 'Invalid Header': must be an HTTP token (RFC7230)",
			"a:b|Invalid header name 'a:b': must be an HTTP token (RFC7230)"})
	void aHeaderHasAName(String name, String words) {
		assertEquals(words, refusal("headers: {\"" + name + "\": x}"));
	}

	@Test
	void aHeaderIsOneLineAndGivenOnce() {
		assertEquals("Header names/values must not contain CR/LF", refusal("headers: {X: \"a\\r\\nY: b\"}"));
		assertEquals("Duplicate header 'x-key'", refusal("headers: {X-Key: a, x-key: b}"));
	}
}
