package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.benchtop.image.ImageInfo.Checksum;

/** Finds the SHA-256 that a file beside an image names for it, in the forms that sha256sum and BSD write. */
final class ChecksumFinder {

	private static final List<String> SUFFIXES = List.of(".sha256", ".sha256sum"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final List<String> FOR_THE_FOLDER = List.of("SHA256SUMS", "sha256sum.txt", "SHA256SUM", "sha256sums.txt"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final long LONGEST = 4 << 20;
	private static final Pattern GNU = Pattern.compile("\\\\?([0-9a-fA-F]{64})(?:\\s+\\*?(.+))?"); //$NON-NLS-1$
	private static final Pattern BSD = Pattern.compile("SHA256\\s*\\((.+)\\)\\s*=\\s*([0-9a-fA-F]{64})"); //$NON-NLS-1$

	private final Path folder;
	private final String name;
	/** The name without the suffix of its packing; the same where it is not packed. */
	private final String base;

	ChecksumFinder(Path image, boolean packed) {
		this.folder = image.toAbsolutePath().getParent();
		this.name = image.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		this.base = packed && dot > 0 ? name.substring(0, dot) : name;
	}

	/** The first that names the file itself, else the first that names its unpacked content. */
	Optional<Checksum> find() throws IOException {
		final var found = new ArrayList<Checksum>();
		for (final String suffix : SUFFIXES) {
			read(folder.resolve(name + suffix), name, found);
		}
		for (final String candidate : FOR_THE_FOLDER) {
			read(folder.resolve(candidate), null, found);
		}
		if (!base.equals(name)) {
			for (final String suffix : SUFFIXES) {
				read(folder.resolve(base + suffix), base, found);
			}
		}
		return found.stream().filter(checksum -> !checksum.ofUnpacked()).findFirst().or(() -> found.stream().findFirst());
	}

	/** A line without a name speaks of {@code subject}, where the file is for one image only. */
	private void read(Path file, String subject, List<Checksum> found) throws IOException {
		if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
			return;
		}
		for (final String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
			final var gnu = GNU.matcher(line.strip());
			final var bsd = BSD.matcher(line.strip());
			if (gnu.matches()) {
				add(file, gnu.group(2) == null ? subject : gnu.group(2), gnu.group(1), found);
			} else if (bsd.matches()) {
				add(file, bsd.group(1), bsd.group(2), found);
			}
		}
	}

	private void add(Path file, String spoken, String hash, List<Checksum> found) {
		if (spoken == null) {
			return;
		}
		final String subject = spoken.substring(spoken.lastIndexOf('/') + 1);
		if (subject.equals(name) || subject.equals(base)) {
			found.add(new Checksum(file, hash.toLowerCase(Locale.ROOT), !subject.equals(name)));
		}
	}
}
