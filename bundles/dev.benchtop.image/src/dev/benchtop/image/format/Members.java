package dev.benchtop.image.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

/** The files in an archive: which of them is the image, and which its block map. */
final class Members {

	/** What lies beside images in archives: maps, sums, signatures, notes, and what operating systems leave behind. */
	private static final Pattern BESIDE = Pattern.compile(
			"(?i)(.*/)?(__MACOSX/.*|\\..*|.*\\.(bmap|sha\\d+(sum)?|md5(sum)?|sum|sig|asc|gpg|txt|md|html?|pdf|json|ya?ml|xml|csv|log|ini|cfg|manifest|testdata|sh|bat)" //$NON-NLS-1$
					+ "|sha\\d+sums?|md5sums?|readme|license|licence|copying|changelog)"); //$NON-NLS-1$
	private static final String MAP = ".bmap"; //$NON-NLS-1$
	private static final int MOST_NAMED = 6;

	private Members() {
	}

	/** Whether a file of this name and size may be an image. */
	static boolean isImage(String name, long size) {
		return size != 0 && !name.endsWith("/") && !BESIDE.matcher(name).matches(); //$NON-NLS-1$
	}

	static boolean isMap(String name) {
		return name.endsWith(MAP) && !name.substring(name.lastIndexOf('/') + 1).startsWith("."); //$NON-NLS-1$
	}

	/** The image among these files: the only one that may be one, else the only one that has a block map. */
	static String image(String label, List<String> images, List<String> maps) throws IOException {
		if (images.isEmpty()) {
			throw new IOException(NLS.bind(Messages.Archive_none, label));
		}
		final List<String> mapped = images.stream().filter(image -> map(image, maps).isPresent()).toList();
		if (images.size() > 1 && mapped.size() != 1) {
			throw several(label, images);
		}
		return images.size() == 1 ? images.getFirst() : mapped.getFirst();
	}

	static IOException several(String label, List<String> images) {
		final String names = images.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return new IOException(NLS.bind(Messages.Archive_several, label, images.size() > MOST_NAMED ? names + ", \u2026" : names)); //$NON-NLS-1$
	}

	/** The block map of an image, by its name: that of the image with one ending less each time. */
	static Optional<String> map(String image, List<String> maps) {
		final var names = new ArrayList<String>();
		for (String base = image; !base.isEmpty(); base = base.substring(0, Math.max(base.lastIndexOf('/') + 1, base.lastIndexOf('.')))) {
			names.add(base + MAP);
			if (base.lastIndexOf('.') <= base.lastIndexOf('/')) {
				break;
			}
		}
		return names.stream().filter(maps::contains).findFirst();
	}
}
