package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

class ProxyTest {

	@ParameterizedTest
	@CsvSource({"http://a.example/, plain:1", "https://a.example/, safe:2", "http://localhost/, ", "http://127.0.0.2/, ", "http://[::1]:80/, ",
			"http://in.corp.example/, ", "http://corp.example/, ", "http://notcorp.example/, plain:1", "https://exact.org/, ", "https://sub.exact.org/, "})
	void theEnvironmentSaysWhichProxy(String url, String proxy) throws BackendException {
		final var proxies = Proxies.of(Map.of("http_proxy", "http://plain:1", "HTTPS_PROXY", "safe:2", "no_proxy", " .corp.example, exact.org ", "HTTP_PROXY", "evil:9"));
		assertEquals(proxy == null ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.split(":")[0],
				Integer.parseInt(proxy.split(":")[1]))), proxies.select(URI.create(url)).getFirst());
	}

	@Test
	void withoutOneNoneIsUsed() throws BackendException {
		assertEquals(Proxy.NO_PROXY, Proxies.of(Map.of()).select(URI.create("http://a.example/")).getFirst());
		assertEquals(Proxy.NO_PROXY, Proxies.of(Map.of("all_proxy", "p:1", "no_proxy", "*")).select(URI.create("https://a.example/")).getFirst());
	}

	@ParameterizedTest
	@ValueSource(strings = {"socks5://joe:s3cret@host:1", "https://joe:s3cret@host:1", "http://joe:s3cret@", "joe:s3cret@ho st:1"})
	void oneThatCannotBeUsedIsToldWithoutItsPassword(String address) {
		final var failure = assertThrows(BackendException.class, () -> Proxies.one(new Secret(address)));
		assertTrue(!failure.getMessage().contains("s3cret"), failure.getMessage());
	}

	@Test
	void plainRequestsGoThroughItWithTheWholeUrl() throws IOException {
		try (var proxy = ScriptedServer.start(request -> Reply.text(200, "text/plain", "by proxy"));
				var engine = new HttpEngine(Engines.QUICK.through(Optional.of(new Secret("http://joe:p@127.0.0.1:" + proxy.port()))));
				var reply = engine.send(Call.get(Url.parse("http://image.example/a%40b?c=%40")))) {
			assertEquals("by proxy", new String(reply.body().readAllBytes()));
			assertEquals("http://image.example/a%40b?c=%40", proxy.requests().getFirst().target());
			assertEquals("Basic am9lOnA=", proxy.requests().getFirst().header("proxy-authorization"));
		}
	}
}
