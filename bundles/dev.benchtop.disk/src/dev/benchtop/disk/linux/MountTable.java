package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is mounted where: proc_pid_mountinfo(5). */
record MountTable(List<Entry> entries) {

	private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})"); //$NON-NLS-1$
	private static final int FIXED_FIELDS = 6;

	/** One mount; {@code number} is that of its device, major and minor with a colon. */
	record Entry(String number, Path point, String type, String source, List<String> options) {

		/** The folders that an overlay is made of. */
		List<Path> layers() {
			final var layers = new ArrayList<Path>();
			for (final String option : options) {
				final int equals = option.indexOf('=');
				if (equals > 0 && List.of("lowerdir", "upperdir").contains(option.substring(0, equals))) { //$NON-NLS-1$ //$NON-NLS-2$
					Arrays.stream(option.substring(equals + 1).split(":")).filter(part -> part.startsWith("/")).map(Path::of).forEach(layers::add); //$NON-NLS-1$ //$NON-NLS-2$
				}
			}
			return layers;
		}
	}

	static MountTable read(Path mountinfo) throws IOException {
		final var entries = new ArrayList<Entry>();
		for (final String line : Files.readAllLines(mountinfo)) {
			final List<String> fields = List.of(line.split(" ")); //$NON-NLS-1$
			final int dash = fields.indexOf("-"); //$NON-NLS-1$
			if (dash >= FIXED_FIELDS && fields.size() > dash + 2) {
				final String last = fields.size() > dash + 3 ? fields.get(dash + 3) : ""; //$NON-NLS-1$
				entries.add(new Entry(fields.get(2), Path.of(plain(fields.get(4))), fields.get(dash + 1), plain(fields.get(dash + 2)),
						List.of(plain(last).split(",")))); //$NON-NLS-1$
			}
		}
		return new MountTable(entries);
	}

	/** What is behind a path: of several that are mounted over each other the last. */
	Optional<Entry> of(Path file) {
		Entry best = null;
		for (final Entry entry : entries) {
			if (file.startsWith(entry.point()) && (best == null || entry.point().getNameCount() >= best.point().getNameCount())) {
				best = entry;
			}
		}
		return Optional.ofNullable(best);
	}

	/** Blanks and the like stand in octal. */
	private static String plain(String field) {
		return OCTAL.matcher(field).replaceAll(found -> {
			final char letter = (char) Integer.parseInt(found.group(1), 8);
			return letter == '\\' || letter == '$' ? "\\" + letter : String.valueOf(letter); //$NON-NLS-1$
		});
	}
}
