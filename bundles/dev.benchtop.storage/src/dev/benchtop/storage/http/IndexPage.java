package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;

/**
 * The page that a server makes of a folder: every link to a name just below it is an entry. Size and date are those that stand beside the link
 * (nginx, Apache) or in its row of a table (Apache, rclone); a size that was rounded for people counts as not told.
 */
final class IndexPage {

	private static final Pattern DATE = Pattern.compile("(\\d{2}-[A-Za-z]{3}-\\d{4}|\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2})(:\\d{2})?"); //$NON-NLS-1$
	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}"); //$NON-NLS-1$

	private final Url folder;
	private final String key;
	private final Sink sink;
	private final Set<String> names = new HashSet<>();

	/** @param folder where the page is, for the links in it */
	IndexPage(Url folder, String key, Sink sink) {
		this.folder = folder;
		this.key = key;
		this.sink = sink;
	}

	/** Reads the page and tells its entries while it comes. */
	void read(InputStream html) throws IOException {
		try (var page = new StreamParser(Parser.htmlParser()).parse(new InputStreamReader(html, StandardCharsets.UTF_8), "")) { //$NON-NLS-1$
			for (Element found = page.selectNext("tr, a[href]"); found != null; found = page.selectNext("tr, a[href]")) { //$NON-NLS-1$ //$NON-NLS-2$
				take(found);
			}
		}
	}

	private void take(Element found) throws IOException {
		final boolean row = found.nameIs("tr"); //$NON-NLS-1$
		if (!row && found.closest("tr") != null) { //$NON-NLS-1$
			return;
		}
		final Element link = row ? found.selectFirst("a[href]") : found; //$NON-NLS-1$
		final Optional<String> name = link == null ? Optional.empty() : name(link.attr("href")); //$NON-NLS-1$
		if (name.isPresent()) {
			final boolean below = name.get().endsWith("/"); //$NON-NLS-1$
			final String plain = below ? name.get().substring(0, name.get().length() - 1) : name.get();
			if (names.add(plain)) {
				sink.accept(entry(key.isEmpty() ? plain : key + '/' + plain, below, row ? told(found, link) : beside(link)));
			}
		}
		forget(found);
	}

	/** The name just below this folder that a link leads to, with a slash where it is a folder's. */
	private Optional<String> name(String link) {
		try {
			final Url to = folder.resolve(link);
			if (!to.sameOrigin(folder) || !to.path().startsWith(folder.path()) || link.indexOf('?') >= 0) {
				return Optional.empty();
			}
			final String rest = to.path().substring(folder.path().length());
			final boolean below = rest.endsWith("/"); //$NON-NLS-1$
			final String raw = below ? rest.substring(0, rest.length() - 1) : rest;
			return raw.indexOf('/') >= 0 ? Optional.empty() : PercentCode.decodeName(raw).map(name -> below ? name + '/' : name);
		} catch (BackendException e) {
			return Optional.empty(); // a link to something else than HTTP: mailto:, javascript:
		}
	}

	private static String beside(Element link) {
		return link.nextSibling() instanceof TextNode text ? text.text() : ""; //$NON-NLS-1$
	}

	/** The cells of a row but the link's own. */
	private static String told(Element row, Element link) {
		final var text = new StringBuilder();
		for (final Element cell : row.children()) {
			if (!cell.stream().anyMatch(part -> part == link)) {
				text.append(cell.text()).append(' ');
			}
		}
		return text.toString();
	}

	private static Entry entry(String key, boolean isFolder, String told) {
		final Matcher date = DATE.matcher(told);
		final Optional<Instant> modified = date.find() ? instant(date) : Optional.empty();
		if (isFolder) {
			return new Entry(key, true, 0, modified, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
		}
		return Entry.file(key, size(date.replaceAll(" ")), modified); //$NON-NLS-1$
	}

	private static long size(String rest) {
		for (final String word : rest.strip().split("\\s+")) { //$NON-NLS-1$
			if (NUMBER.matcher(word).matches()) {
				return Long.parseLong(word);
			}
		}
		return -1;
	}

	private static Optional<Instant> instant(Matcher date) {
		final var pattern = DateTimeFormatter.ofPattern(date.group(1).charAt(2) == '-' ? "dd-MMM-yyyy HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", Locale.ENGLISH); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			final String seconds = date.group(3) == null ? ":00" : date.group(3); //$NON-NLS-1$
			return Optional.of(LocalDateTime.parse(date.group(1) + ' ' + date.group(2) + seconds, pattern).toInstant(ZoneOffset.UTC));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Keeps a page of many thousand rows from piling up in memory. */
	private static void forget(Element found) {
		for (Node before = found.previousSibling(); before != null; before = found.previousSibling()) {
			before.remove();
		}
		found.empty();
	}
}
