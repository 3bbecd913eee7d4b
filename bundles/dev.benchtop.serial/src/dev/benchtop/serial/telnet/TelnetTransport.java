package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

import org.apache.commons.net.telnet.InvalidTelnetOptionException;
import org.apache.commons.net.telnet.TelnetOption;
import org.apache.commons.net.telnet.TelnetOptionHandler;

import dev.benchtop.core.BlockOutput;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.line.Intake;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Pacer;
import dev.benchtop.serial.line.Unclosed;

/** A console by telnet, or a serial port of another machine by telnet and RFC 2217. */
public final class TelnetTransport implements LineTransport {

	private final HostPort peer;
	private final Optional<RemoteLines> lines;
	private final int charactersPerSecond;
	private volatile Connected connected;

	private TelnetTransport(HostPort peer, Optional<RemoteLines> lines, int charactersPerSecond) {
		this.peer = peer;
		this.lines = lines;
		this.charactersPerSecond = charactersPerSecond;
	}

	/** A console by telnet, paced unless {@code charactersPerSecond} is 0. */
	public static TelnetTransport plain(HostPort peer, int charactersPerSecond) {
		return new TelnetTransport(peer, Optional.empty(), charactersPerSecond);
	}

	/** A serial port, which is set as {@code settings} say, paced unless {@code charactersPerSecond} is 0. */
	public static TelnetTransport port(HostPort peer, LineSettings settings, int charactersPerSecond) {
		return new TelnetTransport(peer, Optional.of(new RemoteLines("rfc2217://" + peer, settings)), charactersPerSecond); //$NON-NLS-1$
	}

	@Override
	public Connection open() throws IOException {
		final var session = new Session();
		final var window = new Window(session);
		final var port = lines.map(wanted -> new ComPort(session, wanted.settings()));
		try {
			add(session, port.isPresent() ? Option.wanted(TelnetOption.BINARY) : Option.allowed(TelnetOption.BINARY));
			add(session, port.isPresent() ? Option.wanted(TelnetOption.SUPPRESS_GO_AHEAD) : Option.allowed(TelnetOption.SUPPRESS_GO_AHEAD));
			add(session, Option.theirs(TelnetOption.ECHO));
			add(session, port.<TelnetOptionHandler>map(handler -> handler).orElse(window));
			session.connect(peer);
			final var now = new Connected(session, window, port);
			if (port.isPresent()) {
				port.get().awaitReady();
				lines.get().opened(port.get());
			}
			connected = now;
			return now;
		} catch (IOException e) {
			session.close();
			throw e;
		}
	}

	private static void add(Session session, TelnetOptionHandler option) throws IOException {
		try {
			session.addOptionHandler(option);
		} catch (InvalidTelnetOptionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public String detail() {
		return lines.map(port -> "rfc2217://" + peer + ' ' + port.settings()).orElse("telnet://" + peer); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Optional<SerialLines> lines() {
		return lines.map(port -> port);
	}

	@Override
	public void resized(int columns, int rows) {
		final var now = connected;
		if (now != null) {
			now.window.resized(columns, rows);
		}
	}

	private final class Connected implements Connection {

		private final Session session;
		private final Window window;
		private final Optional<ComPort> port;
		private final Intake input;
		private final OutputStream output;

		Connected(Session session, Window window, Optional<ComPort> port) {
			this.session = session;
			this.window = window;
			this.port = port;
			final InputStream from = session.getInputStream();
			input = Intake.start(from::read, peer.toString());
			output = Pacer.of(new Typing(session, port), charactersPerSecond);
		}

		@Override
		public InputStream input() {
			return input;
		}

		@Override
		public OutputStream output() {
			return new Unclosed(output);
		}

		@Override
		public void close() throws IOException {
			port.ifPresent(ComPort::close);
			lines.ifPresent(remote -> port.ifPresent(remote::closed));
			output.close();
			session.close();
			input.close();
		}
	}

	private static final class Typing extends BlockOutput {

		private final Session session;
		private final Optional<ComPort> port;

		Typing(Session session, Optional<ComPort> port) {
			this.session = session;
			this.port = port;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (port.isPresent()) {
				port.get().awaitMaySend();
			}
			session.send(bytes, offset, length);
		}
	}
}
