package dev.benchtop.storage.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.apache.commons.net.ftp.parser.ParserInitializationException;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;

/** One folder's listing as it comes: by {@code MLSD} (RFC 3659), or by {@code LIST} where the server does not have it. */
final class Listing {

	/** Takes what lies in the folder. */
	@FunctionalInterface
	interface Sink {
		/** {@code sure} says whether it is known to be a folder or a file; a link is neither. */
		void accept(Entry entry, boolean sure) throws IOException;
	}

	private final FtpConnection connection;
	private final String key;
	private BufferedReader lines;
	private FTPFileEntryParser parser;

	Listing(FtpConnection connection, String key) {
		this.connection = connection;
		this.key = key;
	}

	/** Reads it to its end. What the sink throws is passed on as it is, a failure of the connection as a {@code BackendException}. */
	void read(Sink sink) throws IOException {
		try {
			begin();
		} catch (IOException e) {
			throw connection.broken(e);
		}
		for (FTPFile file = next(); file != null; file = next()) {
			if (isEntry(file)) {
				sink.accept(entry(key, file), file.isFile() || file.isDirectory());
			}
		}
		try {
			connection.end();
		} catch (IOException e) {
			throw connection.broken(e);
		}
	}

	private void begin() throws IOException {
		final Socket socket;
		if (connection.hasFacts()) {
			parser = MLSxEntryParser.getInstance();
			socket = connection.begin("MLSD", connection.path(key)); //$NON-NLS-1$
		} else {
			connection.require(connection.changeWorkingDirectory(connection.path(key)));
			parser = parser(connection.getSystemType());
			socket = beginLines();
		}
		lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
	}

	/** With hidden files where the server knows how. */
	private Socket beginLines() throws IOException {
		try {
			return connection.begin("LIST", "-a"); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (BackendException e) {
			if (FTPReply.isNegativePermanent(connection.getReplyCode())) {
				return connection.begin("LIST", null); //$NON-NLS-1$
			}
			throw e;
		}
	}

	/** The times in such lines are in the server's own zone, which is not known. */
	private static FTPFileEntryParser parser(String system) {
		final var factory = new DefaultFTPFileEntryParserFactory();
		try {
			return factory.createFileEntryParser(config(system));
		} catch (ParserInitializationException e) {
			return factory.createFileEntryParser(config(FTPClientConfig.SYST_UNIX));
		}
	}

	private static FTPClientConfig config(String system) {
		final var config = new FTPClientConfig(system);
		config.setServerTimeZoneId("UTC"); //$NON-NLS-1$
		return config;
	}

	private FTPFile next() throws IOException {
		try {
			for (String line = parser.readNextEntry(lines); line != null; line = parser.readNextEntry(lines)) {
				final FTPFile file = parser.parseFTPEntry(line);
				if (file != null) {
					return file;
				}
			}
			return null;
		} catch (IOException e) {
			throw connection.broken(e);
		}
	}

	private static boolean isEntry(FTPFile file) {
		final String name = file.getName();
		return name != null && !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Entry entry(String folder, FTPFile file) {
		final String key = folder.isEmpty() ? file.getName() : folder + '/' + file.getName();
		return entry(file, key);
	}

	/** What the server says of a file, under a key. */
	static Entry entry(FTPFile file, String key) {
		final Optional<Instant> modified = Optional.ofNullable(file.getTimestampInstant());
		if (file.isDirectory()) {
			return new Entry(key, true, 0, modified, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
		}
		return Entry.file(key, Math.max(0, file.getSize()), modified);
	}
}
