package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;

/** Takes requests at the port that all clients know. */
final class Door implements Ready {

	private static final int REQUESTS_AT_ONCE = 64;

	private final Loop loop;
	private final DatagramChannel channel;
	private final TftpFiles files;
	private final Map<InetSocketAddress, Visit> visits = new HashMap<>();

	Door(Loop loop, DatagramChannel channel, TftpFiles files) {
		this.loop = loop;
		this.channel = channel;
		this.files = files;
	}

	@Override
	public void ready(SelectionKey key) {
		try {
			for (int count = 0; count < REQUESTS_AT_ONCE; count++) {
				final var packet = loop.inbox().clear();
				final var client = (InetSocketAddress) channel.receive(packet);
				if (client == null) {
					return;
				}
				request(client, packet.flip());
			}
		} catch (final IOException | RuntimeException e) {
			loop.events().trouble(e);
		}
	}

	private void request(InetSocketAddress client, ByteBuffer packet) {
		final int operation = packet.remaining() >= 2 ? Packet.unsigned(packet, 0) : 0;
		if (operation == Packet.ERROR || client.getPort() == 0) {
			return;
		}
		String shown = ""; //$NON-NLS-1$
		try {
			if (operation != Packet.READ && operation != Packet.WRITE) {
				throw new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Illegal TFTP operation"); //$NON-NLS-1$
			}
			final var request = Request.parse(operation, packet.position(2));
			shown = Name.shown(request.name());
			final var name = Name.clean(request.name());
			final var before = visits.get(client);
			if (before != null && before.repeated(packet.rewind(), System.nanoTime())) {
				return;
			}
			if (visits.size() >= loop.settings().maxTransfers()) {
				throw new TftpRefusal(TftpError.UNDEFINED, "Too many transfers, try again later"); //$NON-NLS-1$
			}
			if (before != null && before.transfer() != null) {
				before.transfer().end(TftpEnd.FAILED, Messages.replaced);
			}
			final var visit = new Visit(packet, System.nanoTime());
			visits.put(client, visit);
			open(visit, client, name, request);
		} catch (final TftpRefusal e) {
			refuse(client, shown, e);
		}
	}

	private void open(Visit visit, InetSocketAddress client, String name, Request request) {
		loop.openers().execute(() -> {
			try {
				final var start = request.write() ? upload(name, request) : download(name, request);
				loop.execute(() -> start(visit, client, name, start));
			} catch (final IOException | RuntimeException e) {
				loop.execute(() -> {
					if (e instanceof RuntimeException) {
						loop.events().trouble(e);
					}
					leave(client, visit);
					refuse(client, name, Refusals.of(e));
				});
			}
		});
	}

	/** Makes a transfer, on the loop's thread. */
	private interface Start {

		Transfer make(InetSocketAddress client, int window) throws IOException;

		void discard();
	}

	private Start download(String name, Request request) throws IOException {
		final var opened = Opened.of(files.find(name), request.netascii());
		return new Start() {
			@Override
			public Transfer make(InetSocketAddress client, int window) throws IOException {
				return new Sending(loop, client, name, Terms.agree(request, loop.settings(), window, opened.size()), opened);
			}

			@Override
			public void discard() {
				loop.discard(opened.source(), opened.local());
			}
		};
	}

	private Start upload(String name, Request request) throws IOException {
		final long announced = Terms.announced(request);
		if (announced > loop.settings().maxUpload()) {
			throw new TftpRefusal(TftpError.DISK_FULL, "File too large"); //$NON-NLS-1$
		}
		final var upload = files.create(name, announced);
		return new Start() {
			@Override
			public Transfer make(InetSocketAddress client, int window) throws IOException {
				final var terms = Terms.agree(request, loop.settings(), window, announced);
				return new Receiving(loop, client, name, terms, upload, request.netascii(), announced);
			}

			@Override
			public void discard() {
				loop.discard(upload::abandon, upload.local());
			}
		};
	}

	private void start(Visit visit, InetSocketAddress client, String name, Start start) {
		if (visits.get(client) != visit || !loop.running()) {
			start.discard();
			return;
		}
		try {
			final var transfer = start.make(client, loop.clients().of(client.getAddress()).window());
			visit.transfer(transfer);
			loop.add(transfer);
			loop.events().begin(transfer);
			transfer.guarded(transfer::begin);
		} catch (final IOException | RuntimeException e) {
			start.discard();
			leave(client, visit);
			loop.events().trouble(e);
			refuse(client, name, Refusals.of(e));
		}
	}

	/** A transfer has ended. */
	void left(Transfer transfer) {
		final var visit = visits.get(transfer.client());
		if (visit != null && visit.transfer() == transfer) {
			visits.remove(transfer.client());
		}
	}

	private void leave(InetSocketAddress client, Visit visit) {
		visits.remove(client, visit);
	}

	private void refuse(InetSocketAddress client, String name, TftpRefusal refusal) {
		try {
			channel.send(Packet.error(refusal.error(), refusal.getMessage()), client);
		} catch (final IOException e) {
			loop.events().trouble(e);
		}
		loop.events().refused(client, name, refusal);
	}
}
