package dev.benchtop.storage.fs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.benchtop.core.capability.StorageAttributes;

/** Attributes by name, as {@code Files.readAttributes(path, "storage:size,etag")} asks for them. */
final class NamedAttributes {

	static final String BASIC = "basic"; //$NON-NLS-1$
	static final String STORAGE = "storage"; //$NON-NLS-1$

	private static final Map<String, Function<StorageAttributes, Object>> OF_BASIC = Map.of("lastModifiedTime", //$NON-NLS-1$
			StorageAttributes::lastModifiedTime, "lastAccessTime", StorageAttributes::lastAccessTime, "creationTime", //$NON-NLS-1$ //$NON-NLS-2$
			StorageAttributes::creationTime, "size", StorageAttributes::size, "isRegularFile", StorageAttributes::isRegularFile, //$NON-NLS-1$ //$NON-NLS-2$
			"isDirectory", StorageAttributes::isDirectory, "isSymbolicLink", StorageAttributes::isSymbolicLink, "isOther", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			StorageAttributes::isOther, "fileKey", StorageAttributes::fileKey); //$NON-NLS-1$

	private static final Map<String, Function<StorageAttributes, Object>> OF_STORAGE = Map.of("etag", attributes -> attributes.etag().orElse(null), //$NON-NLS-1$
			"contentType", attributes -> attributes.contentType().orElse(null), "md5", attributes -> attributes.md5().orElse(null), //$NON-NLS-1$ //$NON-NLS-2$
			"contentDisposition", attributes -> attributes.contentDisposition().orElse(null)); //$NON-NLS-1$

	private final Map<String, Function<StorageAttributes, Object>> asked = new LinkedHashMap<>();

	/**
	 * Reads what is asked for: {@code [VIEW:]NAME,…}, or {@code *} for all of the view.
	 *
	 * @throws UnsupportedOperationException for a view that storages do not have
	 * @throws IllegalArgumentException for a name that the view does not have
	 */
	NamedAttributes(String text) {
		final int colon = text.indexOf(':');
		final String view = colon < 0 ? BASIC : text.substring(0, colon);
		final Map<String, Function<StorageAttributes, Object>> known = new LinkedHashMap<>(OF_BASIC);
		if (view.equals(STORAGE)) {
			known.putAll(OF_STORAGE);
		} else if (!view.equals(BASIC)) {
			throw new UnsupportedOperationException(view);
		}
		for (final String name : List.of(text.substring(colon + 1).split(","))) { //$NON-NLS-1$
			if (name.equals("*")) { //$NON-NLS-1$
				asked.putAll(known);
			} else if (known.containsKey(name)) {
				asked.put(name, known.get(name));
			} else {
				throw new IllegalArgumentException(name);
			}
		}
	}

	Map<String, Object> of(StorageAttributes attributes) {
		final Map<String, Object> values = new LinkedHashMap<>();
		asked.forEach((name, value) -> values.put(name, value.apply(attributes)));
		return values;
	}
}
