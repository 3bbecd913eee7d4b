package dev.benchtop.cli.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.StorageAttributes;

/** A file or folder and what is known of it, as commands print it. */
record Listed(String name, BasicFileAttributes attributes) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"); //$NON-NLS-1$

	/** The name, with {@code /} behind that of a folder. */
	String label() {
		return attributes.isDirectory() && !name.endsWith("/") ? name + '/' : name; //$NON-NLS-1$
	}

	/** Size in bytes, time and name in columns. */
	String line() {
		final String size = attributes.isDirectory() ? "-" : Long.toString(attributes.size()); //$NON-NLS-1$
		return String.format("%14s  %16s  %s", size, modified().map(time -> TIME.format(time.atZone(ZoneId.systemDefault()))).orElse("-"), label()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Optional<Instant> modified() {
		return Optional.of(attributes.lastModifiedTime().toInstant()).filter(time -> !time.equals(Instant.EPOCH));
	}

	Map<String, Object> json() {
		final var json = new LinkedHashMap<String, Object>();
		json.put("name", name); //$NON-NLS-1$
		json.put("type", attributes.isDirectory() ? "folder" : attributes.isRegularFile() ? "file" : attributes.isSymbolicLink() ? "link" : "other"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		json.put("size", attributes.isDirectory() || attributes.size() < 0 ? null : attributes.size()); //$NON-NLS-1$
		json.put("modified", modified().map(Instant::toString).orElse(null)); //$NON-NLS-1$
		if (attributes instanceof StorageAttributes more) {
			json.put("etag", more.etag().orElse(null)); //$NON-NLS-1$
			json.put("contentType", more.contentType().orElse(null)); //$NON-NLS-1$
			json.put("md5", more.md5().orElse(null)); //$NON-NLS-1$
			json.put("contentDisposition", more.contentDisposition().orElse(null)); //$NON-NLS-1$
		}
		return json;
	}
}
