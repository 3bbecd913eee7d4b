package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** A network that loses, doubles and delays packets each way, by a seed. Clients talk to its address instead of the server's. */
public final class Relay implements AutoCloseable {

	/** Of 1000 packets, how many are lost, doubled, and held back for up to so many milliseconds, so that others overtake them. */
	public record Faults(int lost, int doubled, int delayed, int delayMillis) {
	}

	private record Held(long due, ByteBuffer packet, DatagramChannel from, SocketAddress to) {
	}

	/** A client's way to the server. */
	private static final class Way {
		private final SocketAddress client;
		private final DatagramChannel channel;
		private SocketAddress server;

		private Way(SocketAddress client, DatagramChannel channel, SocketAddress server) {
			this.client = client;
			this.channel = channel;
			this.server = server;
		}
	}

	private final InetSocketAddress server;
	private final Faults faults;
	private final Random random;
	private final Selector selector = Selector.open();
	private final DatagramChannel front = open();
	private final Map<SocketAddress, Way> ways = new HashMap<>();
	private final PriorityQueue<Held> held = new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
	private final ByteBuffer packet = ByteBuffer.allocateDirect(66_000);
	private final Thread thread = Thread.ofPlatform().daemon().name("relay").unstarted(this::run);
	private volatile boolean open = true;

	public Relay(InetSocketAddress server, Faults faults, long seed) throws IOException {
		this.server = server;
		this.faults = faults;
		this.random = new Random(seed);
		front.register(selector, SelectionKey.OP_READ);
		thread.start();
	}

	/** Where clients find the server. */
	public InetSocketAddress address() throws IOException {
		return (InetSocketAddress) front.getLocalAddress();
	}

	private DatagramChannel open() throws IOException {
		final var channel = DatagramChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, 4 << 20)
				.setOption(StandardSocketOptions.SO_SNDBUF, 4 << 20).bind(new InetSocketAddress("127.0.0.1", 0));
		channel.configureBlocking(false);
		return channel;
	}

	private void run() {
		try {
			while (open) {
				final var next = held.peek();
				if (next == null) {
					selector.select(this::ready);
				} else if (next.due > System.nanoTime()) {
					selector.select(this::ready, 1);
				} else {
					selector.selectNow(this::ready);
				}
				release();
			}
		} catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void ready(SelectionKey key) {
		try {
			final var channel = (DatagramChannel) key.channel();
			for (int count = 0; count < 64; count++) {
				final var from = channel.receive(packet.clear());
				if (from == null) {
					return;
				}
				packet.flip();
				if (key.attachment() instanceof final Way way) {
					way.server = from;
					forward(front, way.client);
				} else {
					final var way = way(from);
					final boolean request = packet.limit() >= 2 && packet.getShort(0) <= 2;
					forward(way.channel, request ? server : way.server);
				}
			}
		} catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Way way(SocketAddress client) throws IOException {
		var way = ways.get(client);
		if (way == null) {
			way = new Way(client, open(), server);
			way.channel.register(selector, SelectionKey.OP_READ, way);
			ways.put(client, way);
		}
		return way;
	}

	private void forward(DatagramChannel from, SocketAddress to) throws IOException {
		final int lot = random.nextInt(1000);
		if (lot < faults.lost) {
			return;
		}
		if (lot < faults.lost + faults.delayed) {
			final long due = System.nanoTime() + random.nextInt(1, faults.delayMillis + 1) * 1_000_000L;
			held.add(new Held(due, ByteBuffer.allocate(packet.limit()).put(packet).flip(), from, to));
			return;
		}
		if (lot >= 1000 - faults.doubled) {
			from.send(packet.duplicate(), to);
		}
		from.send(packet, to);
	}

	private void release() throws IOException {
		for (Held next = held.peek(); next != null && next.due <= System.nanoTime(); next = held.peek()) {
			held.poll();
			next.from.send(next.packet, next.to);
		}
	}

	@Override
	public void close() throws IOException {
		open = false;
		selector.wakeup();
		try {
			thread.join();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		for (final var way : ways.values()) {
			way.channel.close();
		}
		front.close();
		selector.close();
	}
}
