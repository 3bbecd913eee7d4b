package dev.benchtop.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * A client of QEMU's machine protocol. A socket serves one client at a time: another one that connects waits for its greeting until the
 * first is gone, and yet sees the end of the machine at once.
 */
final class Qmp implements AutoCloseable {

	/** Something that happened in the machine. */
	record Event(String name, JsonObject data) {

		/** A member of the data as text; empty where there is none. */
		String text(String member) {
			return data.has(member) ? data.get(member).getAsString() : ""; //$NON-NLS-1$
		}
	}

	private static final Gson GSON = new Gson();

	private final SocketChannel channel;
	private final Consumer<Event> listener;
	private final Map<String, CompletableFuture<JsonElement>> pending = new ConcurrentHashMap<>();
	private final CompletableFuture<Void> ready = new CompletableFuture<>();
	private final CompletableFuture<Void> ended = new CompletableFuture<>();
	private final AtomicLong ids = new AtomicLong();

	private Qmp(SocketChannel channel, Consumer<Event> listener) {
		this.channel = channel;
		this.listener = listener;
	}

	/**
	 * Connects; the greeting may come later. Blocks while too many wait for the socket.
	 *
	 * @param listener hears events, in order, on the client's own thread
	 */
	static Qmp connect(Path socket, Consumer<Event> listener) throws IOException {
		final var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
		final var client = new Qmp(channel, listener);
		Thread.ofPlatform().daemon().name("qmp " + socket.getFileName()).start(client::read); //$NON-NLS-1$
		return client;
	}

	/** Returns when commands are taken. */
	void awaitReady(Duration timeout) throws IOException {
		await(ready.copy(), timeout, "greeting"); //$NON-NLS-1$
	}

	/** Runs when commands are taken. */
	void onReady(Runnable action) {
		ready.thenRun(action);
	}

	/** Returns whether the machine has gone, or the client was closed, within that time. */
	boolean endsWithin(Duration time) {
		try {
			ended.get(time.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		} catch (TimeoutException _) {
			return false;
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return true;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Has a command done.
	 *
	 * @return what it returns
	 * @throws IOException with QEMU's words if it refuses, or if it does not answer in time
	 */
	JsonElement execute(String command, Map<String, ?> arguments, Duration timeout) throws IOException {
		return await(send(command, arguments), timeout, command);
	}

	/** Has a command done that returns at once, and gives what it returns to {@code answer} on the client's own thread; nothing if it fails. */
	void ask(String command, Consumer<JsonElement> answer) {
		try {
			send(command, Map.of()).thenAccept(answer);
		} catch (IOException e) {
			System.getLogger(Qmp.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e); // the end of the machine is heard anyway
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	/** Has a command done; the future fails with QEMU's words if it refuses, and when the machine goes. */
	CompletableFuture<JsonElement> send(String command, Map<String, ?> arguments) throws IOException {
		final String id = Long.toString(ids.incrementAndGet());
		final var reply = new CompletableFuture<JsonElement>();
		pending.put(id, reply);
		final var request = new JsonObject();
		request.addProperty("execute", command); //$NON-NLS-1$
		request.addProperty("id", id); //$NON-NLS-1$
		if (!arguments.isEmpty()) {
			request.add("arguments", GSON.toJsonTree(arguments)); //$NON-NLS-1$
		}
		final var bytes = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
		synchronized (this) {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
		if (ended.isDone()) {
			reply.completeExceptionally(gone());
		}
		return reply;
	}

	private void read() {
		try (var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isBlank()) {
					handle(JsonParser.parseString(line).getAsJsonObject());
				}
			}
		} catch (IOException | JsonParseException | IllegalStateException e) {
			ready.completeExceptionally(e);
		} finally {
			ready.completeExceptionally(gone());
			ended.complete(null);
			pending.values().forEach(reply -> reply.completeExceptionally(gone()));
		}
	}

	private void handle(JsonObject message) throws IOException {
		if (message.has("QMP")) { //$NON-NLS-1$
			send("qmp_capabilities", Map.of()).thenAccept(_ -> ready.complete(null)); //$NON-NLS-1$
		} else if (message.has("event")) { //$NON-NLS-1$
			final var data = message.has("data") ? message.getAsJsonObject("data") : new JsonObject(); //$NON-NLS-1$ //$NON-NLS-2$
			listener.accept(new Event(message.get("event").getAsString(), data)); //$NON-NLS-1$
		} else if (message.has("id")) { //$NON-NLS-1$
			final var reply = pending.remove(message.get("id").getAsString()); //$NON-NLS-1$
			if (reply != null && message.has("error")) { //$NON-NLS-1$
				reply.completeExceptionally(new IOException(message.getAsJsonObject("error").get("desc").getAsString())); //$NON-NLS-1$ //$NON-NLS-2$
			} else if (reply != null) {
				reply.complete(message.get("return")); //$NON-NLS-1$
			}
		}
	}

	/**
	 * Waits for an answer to {@code what}.
	 *
	 * @throws IOException with QEMU's words if it refuses, or if it does not answer in time
	 */
	static <T> T await(CompletableFuture<T> reply, Duration timeout, String what) throws IOException {
		try {
			return reply.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
		} catch (CompletionException e) {
			throw e.getCause() instanceof IOException failure ? new IOException(failure.getMessage(), failure)
					: new IOException(NLS.bind(Messages.Qmp_noAnswer, what, timeout.toMillis()), e.getCause());
		}
	}

	private static IOException gone() {
		return new IOException(Messages.Qmp_gone);
	}
}
