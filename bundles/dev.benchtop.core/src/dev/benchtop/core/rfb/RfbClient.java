package dev.benchtop.core.rfb;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Display;

/** One connection to a display. {@link #run} follows it; keys and pointer may be sent from any thread, and never wait. */
public final class RfbClient implements AutoCloseable {

	/** How long a server may take to say who it is. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Display display;
	private final ByteChannel channel;
	private final RfbListener listener;
	private final List<Integer> preferred;
	private final Outbox outbox;
	private final Clipboard clipboard;
	private final CountDownLatch greeted = new CountDownLatch(1);
	private Framebuffer screen;
	private boolean paused;
	private boolean continuous;
	private boolean owed;
	private volatile boolean scancodes;
	private volatile boolean resizable;
	private volatile boolean passwordWanted;
	private volatile boolean closed;
	private volatile boolean late;

	private RfbClient(Display display, ByteChannel channel, RfbListener listener, List<Integer> preferred) {
		this.display = display;
		this.channel = channel;
		this.listener = listener;
		this.preferred = preferred;
		this.outbox = new Outbox(channel);
		this.clipboard = new Clipboard(outbox);
	}

	/** Connects; nothing is said until {@link #run}. */
	public static RfbClient open(Display display, RfbListener listener) throws BenchException {
		final var channel = display.open();
		return new RfbClient(display, channel, listener, isNear(channel) ? Encodings.NEAR : Encodings.FAR);
	}

	/** Connects to a server that is asked to send these encodings, the first before the others. */
	static RfbClient open(Display display, RfbListener listener, List<Integer> preferred) throws BenchException {
		return new RfbClient(display, display.open(), listener, preferred);
	}

	/** Follows the display until {@link #close}; throws where it ends before, with kind usage where it does not let us in. */
	public void run() throws BenchException {
		try {
			follow();
		} catch (RefusedException e) {
			passwordWanted = e.wantsPassword();
			final var refusal = BenchException.usage(Messages.RfbClient_refused).why(e.getMessage());
			throw (passwordWanted ? refusal.next(Messages.RfbClient_password) : refusal).build();
		} catch (IOException e) {
			if (!closed) {
				throw late ? BenchException.failed(NLS.bind(Messages.RfbClient_silent, Long.toString(PATIENCE.toSeconds()))).build() : failure(e);
			}
		} finally {
			close();
		}
	}

	/** A key goes down or up. {@code scancode} is of set 1 with 0x80 for the prefix E0, and 0 where it is not known. */
	public void key(boolean down, int keysym, int scancode) {
		outbox.send(scancodes && scancode != 0 ? ClientMessages.qemuKey(down, keysym, scancode) : ClientMessages.key(down, keysym));
	}

	/** Whether the server takes keys by their place, so that their scancodes count. */
	public boolean takesScancodes() {
		return scancodes;
	}

	/** Whether it ended because there was no password, or not the right one. */
	public boolean wantsPassword() {
		return passwordWanted;
	}

	/** Whether the server said that {@link #size} may be asked of it. */
	public boolean takesSize() {
		return resizable;
	}

	/**
	 * Asks for a screen of this many pixels; a server that follows says so by {@link RfbListener#screen}, one that refuses by
	 * {@link RfbListener#sizeRefused}.
	 */
	public void size(int width, int height) {
		if (resizable) {
			outbox.send(ClientMessages.desktopSize(width, height));
		}
	}

	/** The pointer is here, with these buttons down: bit 0 left, 1 middle, 2 right, 3 to 6 the wheel up, down, left, right. */
	public void pointer(int x, int y, int buttons) {
		outbox.send(ClientMessages.pointer(buttons, x, y));
	}

	/** The pointer moved and no button changed; only the last of many moves in a row is sent. */
	public void move(int x, int y, int buttons) {
		outbox.sendNewest(ClientMessages.pointer(buttons, x, y));
	}

	/** Gives the board the text of our clipboard. */
	public void cutText(String text) {
		clipboard.send(text);
	}

	/** While nobody looks, nothing is asked for. */
	public synchronized void pause(boolean pause) {
		if (paused == pause) {
			return;
		}
		paused = pause;
		if (screen == null) {
			return;
		}
		if (continuous) {
			outbox.send(ClientMessages.continuousUpdates(!pause, screen));
		}
		if (!pause && (owed || continuous)) {
			owed = false;
			outbox.send(ClientMessages.updateRequest(true, screen));
		}
	}

	/** Asks for the whole screen again. */
	public synchronized void refresh() {
		if (screen != null) {
			outbox.send(ClientMessages.updateRequest(false, screen));
		}
	}

	@Override
	public void close() {
		closed = true;
		outbox.close();
		closeChannel();
	}

	private void follow() throws IOException, RefusedException {
		final var input = new RfbInput(channel);
		Thread.ofVirtual().name("display greeting").start(this::awaitGreeting); //$NON-NLS-1$
		final ServerInit init;
		try {
			init = new Handshake(input, channel, display::password).run();
		} finally {
			greeted.countDown();
		}
		listener.name(init.name());
		outbox.start("display " + init.name()); //$NON-NLS-1$
		outbox.send(ClientMessages.pixelFormat());
		outbox.send(ClientMessages.encodings(Encodings.all(preferred)));
		try (var updates = new Updates(input, listener, new Host(), resize(init.width(), init.height()))) {
			while (true) {
				read(input, updates);
			}
		}
	}

	private void read(RfbInput input, Updates updates) throws IOException {
		final int type = input.u8();
		switch (type) {
		case 0 -> {
			input.skip(1);
			requestNext();
			updates.read();
		}
		case 1 -> {
			input.skip(3);
			input.skip(input.u16() * 6L);
		}
		case 2 -> listener.bell();
		case 3 -> clipboard.read(input, listener);
		case 150 -> continuousOffered();
		case 248 -> fence(input);
		default -> throw new RfbException(NLS.bind(Messages.RfbClient_message, Integer.toString(type)));
		}
	}

	/** Asks for the next update while this one is read, so that the server prepares it meanwhile. */
	private synchronized void requestNext() {
		if (continuous) {
			return;
		}
		owed = paused;
		if (!paused) {
			outbox.send(ClientMessages.updateRequest(true, screen));
		}
	}

	private synchronized Framebuffer resize(int width, int height) throws IOException {
		if (screen != null && screen.width() == width && screen.height() == height) {
			return screen;
		}
		screen = Framebuffer.of(width, height);
		listener.screen(screen);
		outbox.send(ClientMessages.updateRequest(false, screen));
		if (continuous && !paused) {
			outbox.send(ClientMessages.continuousUpdates(true, screen));
		}
		return screen;
	}

	/** The first of these says that the server knows continuous updates, later ones that they have ended. */
	private synchronized void continuousOffered() {
		if (!continuous) {
			continuous = true;
			if (!paused) {
				outbox.send(ClientMessages.continuousUpdates(true, screen));
			}
		}
	}

	/** Answered in order with everything else, which is all that the flags of a request may ask for. */
	private void fence(RfbInput input) throws IOException {
		final int request = 1 << 31;
		final int known = 0b111;
		input.skip(3);
		final int flags = input.s32();
		final byte[] payload = input.bytes(input.u8());
		if ((flags & request) != 0) {
			outbox.send(ClientMessages.fence(flags & known, payload));
		}
	}

	private void awaitGreeting() {
		try {
			if (!greeted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				late = true;
				closeChannel();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void closeChannel() {
		try {
			channel.close();
		} catch (IOException e) {
			System.getLogger(RfbClient.class.getName()).log(System.Logger.Level.DEBUG, "closing", e); //$NON-NLS-1$
		}
	}

	private static BenchException failure(IOException e) {
		if (e instanceof RfbException) {
			return BenchException.failed(Messages.RfbClient_wrong).why(e.getMessage()).build();
		}
		final var failure = BenchException.failed(Messages.RfbClient_ended);
		return (e instanceof ClosedChannelException ? failure : failure.why(e)).build();
	}

	private static boolean isNear(ByteChannel channel) {
		try {
			return channel instanceof SocketChannel socket && switch (socket.getRemoteAddress()) {
			case UnixDomainSocketAddress _ -> true;
			case InetSocketAddress address -> address.getAddress().isLoopbackAddress();
			case null, default -> false;
			};
		} catch (IOException _) {
			return false;
		}
	}

	/** What updates tell besides pixels. */
	private final class Host implements Updates.Host {

		@Override
		public Framebuffer resize(int width, int height) throws IOException {
			return RfbClient.this.resize(width, height);
		}

		@Override
		public void takesScancodes() {
			scancodes = true;
		}

		@Override
		public void takesSize() {
			if (!resizable) {
				resizable = true;
				listener.resizable();
			}
		}
	}
}
