package dev.benchtop.server.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.server.files.Percent;
import dev.benchtop.server.files.ServedFiles;

/** What lies in a folder, as a page for people or as JSON for programs. */
final class FolderIndex {

	private record Row(String name, boolean folder, long size, Instant modified) {
	}

	private static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> !row.folder()).thenComparing(Row::name, String.CASE_INSENSITIVE_ORDER)
			.thenComparing(Row::name);
	private static final String STYLE = """
			:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
			h1{font-size:1.25rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2rem .8rem .2rem 0}\
			td+td,th+th{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tr+tr{border-top:1px solid #8884}a{text-decoration:none}"""; //$NON-NLS-1$

	private FolderIndex() {
	}

	static Answer of(Request request, Path folder) throws IOException {
		final var rows = rows(folder);
		final boolean json = request.field("accept").filter(accept -> accept.contains("application/json")).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$
		return (json ? new Answer(Status.OK).text("application/json", json(rows)) //$NON-NLS-1$
				: new Answer(Status.OK).text("text/html; charset=utf-8", page(request.path(), rows))) //$NON-NLS-1$
				.with("Cache-Control", "no-store").with("Vary", "Accept"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static List<Row> rows(Path folder) throws IOException {
		final List<Row> rows = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (final Path entry : entries) {
				final String name = entry.getFileName().toString().replace("/", ""); //$NON-NLS-1$ //$NON-NLS-2$
				if (!name.startsWith(ServedFiles.STAGING)) {
					row(entry, name, rows);
				}
			}
		}
		rows.sort(ORDER);
		return rows;
	}

	private static void row(Path entry, String name, List<Row> rows) {
		try {
			final var attributes = Files.readAttributes(entry, BasicFileAttributes.class);
			rows.add(new Row(name, attributes.isDirectory(), attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS)));
		} catch (IOException e) {
			System.getLogger(FolderIndex.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e); // gone meanwhile, or a link to nothing
		}
	}

	private static String page(String path, List<Row> rows) {
		final String title = escaped(NLS.bind(Messages.FolderIndex_title, path));
		final var page = new StringBuilder("<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>").append(title) //$NON-NLS-1$
				.append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>").append(STYLE) //$NON-NLS-1$
				.append("</style></head>\n<body><h1>").append(title).append("</h1>\n<table>\n<tr><th>").append(Messages.FolderIndex_name) //$NON-NLS-1$ //$NON-NLS-2$
				.append("</th><th>").append(Messages.FolderIndex_size).append("</th><th>").append(Messages.FolderIndex_modified).append("</th></tr>\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (path.length() > 1) {
			page.append("<tr><td><a href=\"../\">../</a></td><td></td><td></td></tr>\n"); //$NON-NLS-1$
		}
		for (final Row row : rows) {
			final String end = row.folder() ? "/" : ""; //$NON-NLS-1$ //$NON-NLS-2$
			page.append("<tr><td><a href=\"./").append(escaped(Percent.encode(row.name()))).append(end).append("\">") //$NON-NLS-1$ //$NON-NLS-2$
					.append(escaped(row.name())).append(end).append("</a></td><td>") //$NON-NLS-1$
					.append(row.folder() ? "" : new ByteSize(row.size()).display()).append("</td><td>") //$NON-NLS-1$ //$NON-NLS-2$
					.append(row.modified().toString().replace('T', ' ').replace("Z", " UTC")).append("</td></tr>\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return page.append("</table></body></html>\n").toString(); //$NON-NLS-1$
	}

	private static String json(List<Row> rows) {
		final var json = new StringBuilder("["); //$NON-NLS-1$
		for (final Row row : rows) {
			json.append(json.length() > 1 ? ",\n" : "\n").append("{\"name\":").append(Json.quoted(row.name())) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.append(",\"type\":\"").append(row.folder() ? "folder" : "file").append("\",\"size\":").append(row.folder() ? 0 : row.size()) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.append(",\"modified\":\"").append(row.modified()).append("\"}"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return json.append("\n]\n").toString(); //$NON-NLS-1$
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
	}
}
