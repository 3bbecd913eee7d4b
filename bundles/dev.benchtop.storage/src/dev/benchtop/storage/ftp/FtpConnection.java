package dev.benchtop.storage.ftp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.http.Trust;

/**
 * One control connection that is logged in, and the one data connection that it can have. For one thread at a time; {@link #cut} ends
 * from any other whatever it does.
 */
final class FtpConnection extends FTPClient {

	private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
	private static final int SETTLE_MILLIS = 2000;
	private static final int NOOP_OK = 200;
	private static final String[] PROTOCOLS = { "TLSv1.3", "TLSv1.2" }; //$NON-NLS-1$ //$NON-NLS-2$

	private final FtpConfig config;
	private final TrustManager[] managers;
	private final Sockets sockets = new Sockets();
	private SSLContext tls;
	private String home = ""; //$NON-NLS-1$
	private boolean facts;
	private volatile Socket plain;
	private Socket data;
	private long used;

	/** {@code managers} say which certificates are taken, where it is encrypted. */
	FtpConnection(FtpConfig config, TrustManager[] managers) {
		this.config = config;
		this.managers = managers;
		setControlEncoding(StandardCharsets.UTF_8);
		setConnectTimeout(config.timeoutMillis());
		setDefaultTimeout(config.timeoutMillis());
		setDataTimeout(config.timeout());
		setStrictReplyParsing(false);
		setSocketFactory(sockets);
		setServerSocketFactory(sockets.listening());
	}

	/** Connects and logs in. */
	void open() throws IOException {
		connect(config.host(), config.effectivePort());
		require(FTPReply.isPositiveCompletion(getReplyCode()));
		setKeepAlive(true);
		setTcpNoDelay(true);
		logIn();
		if (tls != null) {
			require(FTPReply.isPositiveCompletion(sendCommand("PBSZ", "0"))); //$NON-NLS-1$ //$NON-NLS-2$
			require(FTPReply.isPositiveCompletion(sendCommand("PROT", "P"))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		facts = hasFeature("MLST"); //$NON-NLS-1$
		if (hasFeature("UTF8")) { //$NON-NLS-1$
			opts("UTF8", "ON"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final String folder = printWorkingDirectory();
		home = folder == null ? "" : folder; //$NON-NLS-1$
		require(setFileType(FTP.BINARY_FILE_TYPE));
		if (config.mode() == DataMode.PASSIVE) {
			enterLocalPassiveMode();
		} else {
			enterLocalActiveMode();
		}
		used = System.nanoTime();
	}

	private void logIn() throws IOException {
		final String password = config.effectivePassword();
		refuseLineBreaks(config.username() + password);
		int code = user(config.username());
		if (FTPReply.isPositiveIntermediate(code)) {
			code = pass(password);
		}
		require(FTPReply.isPositiveCompletion(code));
	}

	@Override
	protected void _connectAction_() throws IOException {
		if (config.tls() == TlsMode.IMPLICIT) {
			encrypt();
		}
		super._connectAction_();
		if (config.tls() == TlsMode.EXPLICIT) {
			require(FTPReply.isPositiveCompletion(getReplyCode()));
			require(FTPReply.isPositiveCompletion(sendCommand("AUTH", "TLS"))); //$NON-NLS-1$ //$NON-NLS-2$
			encrypt();
			_input_ = _socket_.getInputStream();
			_output_ = _socket_.getOutputStream();
			_controlInput_ = new BufferedReader(new InputStreamReader(_input_, StandardCharsets.UTF_8));
			_controlOutput_ = new BufferedWriter(new OutputStreamWriter(_output_, StandardCharsets.UTF_8));
		}
	}

	private void encrypt() throws IOException {
		_socket_.setSoTimeout(config.timeoutMillis());
		tls = Trust.context(managers);
		_socket_ = wrap(_socket_);
	}

	private SSLSocket wrap(Socket socket) throws IOException {
		final var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, config.host(), config.effectivePort(), true);
		final var parameters = secure.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm(config.insecure() ? "" : "HTTPS"); //$NON-NLS-1$ //$NON-NLS-2$
		parameters.setProtocols(PROTOCOLS);
		secure.setSSLParameters(parameters);
		secure.startHandshake();
		return secure;
	}

	/** A path of the server for a key of the storage. */
	String path(String key) throws BackendException {
		refuseLineBreaks(key);
		final String root = config.root();
		final String base = strip(root.startsWith("/") ? root : root.isEmpty() ? home : strip(home) + '/' + root); //$NON-NLS-1$
		if (key.isEmpty()) {
			return base.isEmpty() ? "/" : base; //$NON-NLS-1$
		}
		return base + '/' + key;
	}

	/** A line break would begin another command. */
	private static void refuseLineBreaks(String text) throws BackendException {
		if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
			throw new BackendException(Kind.FAILED, Messages.FtpBackend_lineBreak);
		}
	}

	private static String strip(String folder) {
		int end = folder.length();
		while (end > 0 && folder.charAt(end - 1) == '/') {
			end--;
		}
		return folder.substring(0, end);
	}

	/** Whether it lists facts (RFC 3659) instead of lines for people. */
	boolean hasFacts() {
		return facts;
	}

	/** Fails with the last reply unless all is well. */
	void require(boolean well) throws BackendException {
		if (!well) {
			throw failure();
		}
	}

	/** The last reply as a failure. */
	BackendException failure() {
		return Replies.failure(getReplyCode(), getReplyStrings(), config.effectivePassword());
	}

	/** Begins a transfer, whose bytes pass through the socket; {@link #end} or {@link #settle} ends it. */
	Socket begin(String command, String argument) throws IOException {
		plain = _openDataConnection_(command, argument);
		data = plain;
		require(plain != null);
		if (tls == null) {
			return plain;
		}
		try {
			if (plain instanceof PeerSocket peer) {
				peer.show(config.effectivePort());
			}
			data = wrap(plain);
			return data;
		} catch (SSLHandshakeException e) {
			throw e;
		} catch (IOException e) {
			throw refused(e);
		}
	}

	/** What the server says on the control connection when it closes the other one in the middle of the handshake. */
	private IOException refused(IOException broken) throws IOException {
		setSoTimeout(SETTLE_MILLIS);
		try {
			return FTPReply.isPositiveCompletion(getReply()) ? broken : failure();
		} catch (SocketTimeoutException e) {
			return broken;
		} finally {
			setSoTimeout(config.timeoutMillis());
		}
	}

	/** Ends a transfer that came to its end; fails where the server says that it did not. */
	void end() throws IOException {
		if (data instanceof SSLSocket secure) {
			finish(secure);
		}
		closeData();
		require(completePendingCommand());
	}

	/** Fails where a file is longer or shorter than what passed; a connection that was cut in between looks like an end. */
	void requireSize(String path, long passed) throws IOException {
		final String size = getSize(path);
		if (size != null && Long.parseLong(size.strip()) != passed) {
			throw new BackendException(Kind.BROKEN, NLS.bind(Messages.FtpConnection_size, passed, size.strip()));
		}
	}

	/** Says the end, and reads up to the other's: with TLS 1.3 there lies the ticket that the next data connection goes on with. */
	private static void finish(SSLSocket secure) throws IOException {
		if (!secure.isOutputShutdown()) {
			secure.shutdownOutput();
		}
		secure.setSoTimeout(SETTLE_MILLIS);
		try {
			secure.getInputStream().transferTo(OutputStream.nullOutputStream());
		} catch (IOException e) {
			// what counts is what the server says on the control connection
			return;
		}
	}

	/** Ends an upload that nobody wants, as if it were whole; tells whether the connection can still be used. */
	boolean abandon() {
		try {
			end();
			return true;
		} catch (BackendException e) {
			return e.kind() != Kind.BROKEN;
		} catch (IOException e) {
			return false;
		}
	}

	/** Ends a download in the middle; tells whether the connection can still be used. */
	boolean settle() {
		closeData();
		try {
			setSoTimeout(SETTLE_MILLIS);
			getReply();
			final boolean well = noop() == NOOP_OK;
			setSoTimeout(config.timeoutMillis());
			return well;
		} catch (IOException e) {
			return false;
		}
	}

	/** Closes the data connection, which ends what blocks on it. */
	void closeData() {
		if (plain != null) {
			sockets.close(plain);
		}
	}

	/** Whether the server still answers; it is not asked when it did a moment ago. */
	boolean alive() {
		if (System.nanoTime() - used < FRESH_NANOS) {
			return true;
		}
		try {
			return noop() == NOOP_OK;
		} catch (IOException e) {
			return false;
		}
	}

	/** It is used now, and answers. */
	void touch() {
		used = System.nanoTime();
	}

	/** It has to be asked before it is used again. */
	void suspect() {
		used = System.nanoTime() - FRESH_NANOS;
	}

	boolean aborted() {
		return sockets.aborted();
	}

	/** Closes all its sockets; never blocks. */
	void cut() {
		sockets.abort();
	}

	/** The failure in words for people: the server's, where it said anything. */
	BackendException broken(IOException e) {
		if (e instanceof BackendException told) {
			return told;
		}
		if (aborted()) {
			return new BackendException(Kind.CLOSED, Messages.FtpBackend_closed, e);
		}
		return Replies.broken(e, this, config);
	}
}
