package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;

/** One page of a list of objects ({@code ListObjectsV2}), whose entries are given on as they come. */
final class S3Listing {

	private static final Set<String> OBJECT = Set.of("Key", "Size", "LastModified", "ETag"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final Pattern MD5 = Pattern.compile("\"?([0-9a-fA-F]{32})\"?"); //$NON-NLS-1$
	private static final XMLInputFactory XML = factory();

	private final String prefix;
	private final Sink sink;
	private final Map<String, String> object = new HashMap<>();
	private Optional<String> next = Optional.empty();
	private boolean inPrefixes;

	private S3Listing(String prefix, Sink sink) {
		this.prefix = prefix;
		this.sink = sink;
	}

	private static XMLInputFactory factory() {
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		return factory;
	}

	/**
	 * Reads a page.
	 *
	 * @param prefix what stands before the keys
	 * @return what asks for the next page; empty after the last
	 */
	static Optional<String> page(S3Client s3, String query, String prefix, Sink sink) throws IOException {
		try (var reply = s3.list(query).check()) {
			final var listing = new S3Listing(prefix, sink);
			final XMLStreamReader xml = XML.createXMLStreamReader(reply, "UTF-8"); //$NON-NLS-1$
			while (xml.hasNext()) {
				listing.take(xml, xml.next());
			}
			return listing.next;
		} catch (XMLStreamException e) {
			throw e.getNestedException() instanceof IOException broken ? broken
					: new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.S3Listing_unreadable, s3.link().authority()), e);
		}
	}

	private void take(XMLStreamReader xml, int event) throws XMLStreamException, IOException {
		if (event == XMLStreamConstants.START_ELEMENT) {
			begin(xml, xml.getLocalName());
		} else if (event == XMLStreamConstants.END_ELEMENT) {
			end(xml.getLocalName());
		}
	}

	private void begin(XMLStreamReader xml, String name) throws XMLStreamException, IOException {
		switch (name) {
		case "Contents" -> object.clear(); //$NON-NLS-1$
		case "CommonPrefixes" -> inPrefixes = true; //$NON-NLS-1$
		case "NextContinuationToken" -> next = Optional.of(xml.getElementText()).filter(token -> !token.isEmpty()); //$NON-NLS-1$
		case "Prefix" -> { //$NON-NLS-1$
			final String text = xml.getElementText();
			if (inPrefixes) {
				sink.accept(Entry.folder(key(text)));
			}
		}
		default -> {
			if (OBJECT.contains(name)) {
				object.put(name, xml.getElementText());
			}
		}
		}
	}

	private void end(String name) throws IOException {
		if (name.equals("CommonPrefixes")) { //$NON-NLS-1$
			inPrefixes = false;
		} else if (name.equals("Contents") && object.containsKey("Key")) { //$NON-NLS-1$ //$NON-NLS-2$
			final String key = object.get("Key"); //$NON-NLS-1$
			final String size = object.get("Size"); //$NON-NLS-1$
			final boolean folder = key.endsWith("/") || size == null; //$NON-NLS-1$
			final Optional<String> etag = Optional.ofNullable(object.get("ETag")); //$NON-NLS-1$
			sink.accept(folder ? Entry.folder(key(key)) : new Entry(key(key), false, Long.parseLong(size), modified(), etag, Optional.empty(),
					md5(etag), Optional.empty()));
		}
	}

	private String key(String text) {
		final String key = text.startsWith(prefix) ? text.substring(prefix.length()) : ""; //$NON-NLS-1$
		return key.endsWith("/") ? key.substring(0, key.length() - 1) : key; //$NON-NLS-1$
	}

	private Optional<Instant> modified() {
		try {
			return Optional.ofNullable(object.get("LastModified")).map(Instant::parse); //$NON-NLS-1$
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** The ETag of what was sent in one part is its MD5. */
	static Optional<String> md5(Optional<String> etag) {
		return etag.map(MD5::matcher).filter(java.util.regex.Matcher::matches).map(match -> match.group(1).toLowerCase(Locale.ROOT));
	}
}
