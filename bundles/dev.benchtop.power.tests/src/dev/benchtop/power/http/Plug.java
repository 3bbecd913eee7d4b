package dev.benchtop.power.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A smart plug: answers as real ones do, and notes what it is asked. */
final class Plug implements AutoCloseable {

	/** What the plug answers. */
	record Answer(int status, String body, Map<String, String> headers) {

		static Answer json(String body) {
			return new Answer(200, body, Map.of());
		}
	}

	final List<String> requests = new CopyOnWriteArrayList<>();
	final CountDownLatch asked = new CountDownLatch(1);
	volatile boolean on;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Plug(Function<HttpExchange, Answer> manner) throws IOException {
		this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), manner);
	}

	private Plug(HttpServer server, Function<HttpExchange, Answer> manner) {
		this.server = server;
		server.setExecutor(threads);
		server.createContext("/", exchange -> {
			final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			requests.add((exchange.getRequestMethod() + ' ' + exchange.getRequestURI() + ' ' + body).strip());
			asked.countDown();
			final Answer answer = manner.apply(exchange);
			answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
			final byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		server.start();
	}

	/** A plug that speaks TLS. */
	static Plug secure(SSLContext certificate, Function<HttpExchange, Answer> manner) throws IOException {
		final var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(certificate));
		return new Plug(server, manner);
	}

	/** Shelly's first generation. */
	static Plug shelly1() throws IOException {
		final var plug = new Plug[1];
		plug[0] = new Plug(exchange -> {
			final String query = String.valueOf(exchange.getRequestURI().getQuery());
			return switch (exchange.getRequestURI().getPath()) {
			case "/relay/0" -> {
				plug[0].on = query.contains("turn=") ? query.endsWith("on") : plug[0].on;
				yield Answer.json("{\"ison\":%s,\"has_timer\":false,\"overpower\":false,\"source\":\"http\"}".formatted(plug[0].on));
			}
			case "/meter/0" -> Answer.json("{\"power\":%s,\"is_valid\":true,\"total\":5}".formatted(plug[0].on ? 12.5 : 0));
			default -> new Answer(404, "Not Found", Map.of());
			};
		});
		return plug[0];
	}

	/** Shelly's second generation. */
	static Plug shelly2() throws IOException {
		final var plug = new Plug[1];
		plug[0] = new Plug(exchange -> switch (exchange.getRequestURI().getPath()) {
		case "/rpc/Switch.Set" -> {
			final boolean was = plug[0].on;
			plug[0].on = exchange.getRequestURI().getQuery().endsWith("on=true");
			yield Answer.json("{\"was_on\":%s}".formatted(was));
		}
		case "/rpc/Switch.GetStatus" -> Answer.json("{\"id\":0,\"output\":%s,\"apower\":8.9,\"voltage\":230.1,\"current\":0.039}".formatted(plug[0].on));
		default -> new Answer(404, "No handler for " + exchange.getRequestURI().getPath(), Map.of());
		});
		return plug[0];
	}

	/** Tasmota with one relay and an energy meter. */
	static Plug tasmota(String password) throws IOException {
		final var plug = new Plug[1];
		plug[0] = new Plug(exchange -> {
			final String query = exchange.getRequestURI().getQuery();
			if (!password.isEmpty() && !query.contains("user=admin&password=" + password)) {
				return new Answer(401, "{\"WARNING\":\"Need user=<username>&password=<password>\"}", Map.of());
			}
			final String command = query.substring(query.indexOf("cmnd=") + 5);
			if (command.equals("Status 8")) {
				return Answer.json("{\"StatusSNS\":{\"ENERGY\":{\"Power\":21,\"Voltage\":229,\"Current\":0.092}}}");
			}
			if (!command.startsWith("Power")) {
				return Answer.json("{\"Command\":\"Unknown\"}");
			}
			plug[0].on = command.contains(" ") ? command.endsWith("On") : plug[0].on;
			return Answer.json("{\"POWER\":\"%s\"}".formatted(plug[0].on ? "ON" : "OFF"));
		});
		return plug[0];
	}

	String host() {
		return server.getAddress().getAddress().getHostAddress() + ':' + server.getAddress().getPort();
	}

	String url(String path) {
		return "http://" + host() + path;
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
