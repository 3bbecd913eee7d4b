package dev.benchtop.ui.storage;

import java.util.Locale;
import java.util.Set;

import org.eclipse.swt.graphics.Image;

import dev.benchtop.ui.Icons;

/** The icons of rows, by what their names and types tell. */
final class RowIcons {

	private static final Set<String> IMAGES = Set.of("img", "wic", "iso", "qcow2", "vmdk", "vdi", "sdcard", "ubi", "ubifs", "squashfs", "ext4", "simg", "raw"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
	private static final Set<String> PACKED = Set.of("xz", "gz", "zst", "bz2", "lz4", "zip", "tar", "tgz", "txz", "7z", "deb", "rpm", "cpio"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
	private static final Set<String> TEXTS = Set.of("txt", "log", "yaml", "yml", "json", "xml", "md", "cfg", "conf", "ini", "sh", "dts", "bmap", "sha256", "md5"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$ //$NON-NLS-14$ //$NON-NLS-15$

	private RowIcons() {
	}

	static Image of(Row row) {
		return Icons.image(RowIcons.class, row.folder() ? "folder" : name(row.name())); //$NON-NLS-1$
	}

	/** A packed image is an image before it is packed. */
	static String name(String file) {
		final String[] parts = file.toLowerCase(Locale.ROOT).split("\\."); //$NON-NLS-1$
		final String end = parts.length > 1 ? parts[parts.length - 1] : ""; //$NON-NLS-1$
		final boolean packed = PACKED.contains(end);
		if (IMAGES.contains(end) || packed && parts.length > 2 && IMAGES.contains(parts[parts.length - 2])) {
			return "file-image"; //$NON-NLS-1$
		}
		return packed ? "file-archive" : TEXTS.contains(end) ? "file-text" : "file"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
