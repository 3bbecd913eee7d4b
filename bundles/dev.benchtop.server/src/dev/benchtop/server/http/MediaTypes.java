package dev.benchtop.server.http;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Media types by file name; what a board loads is just bytes. */
final class MediaTypes {

	private static final String BYTES = "application/octet-stream"; //$NON-NLS-1$
	private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("txt", Answer.TEXT), Map.entry("log", Answer.TEXT), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("cfg", Answer.TEXT), Map.entry("conf", Answer.TEXT), Map.entry("ipxe", Answer.TEXT), Map.entry("its", Answer.TEXT), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Map.entry("sha256", Answer.TEXT), Map.entry("yaml", "application/yaml"), Map.entry("json", "application/json"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			Map.entry("html", "text/html; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"), Map.entry("xml", "application/xml"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("pdf", "application/pdf"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			Map.entry("gz", "application/gzip"), Map.entry("xz", "application/x-xz"), Map.entry("zst", "application/zstd"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("zip", "application/zip"), Map.entry("tar", "application/x-tar")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private MediaTypes() {
	}

	static String of(Path path) {
		final String name = path.getFileName() == null ? "" : path.getFileName().toString(); //$NON-NLS-1$
		return KNOWN.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), BYTES);
	}
}
