package dev.benchtop.qemu.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** User-data that somebody brings, and what it is by its first line, as cloud-init tells it. */
record UserData(String text, String type) {

	/** The type of what carries several parts, and its own header. */
	static final String MULTIPART = "multipart/mixed"; //$NON-NLS-1$
	private static final String CLOUD_CONFIG = "text/cloud-config"; //$NON-NLS-1$
	private static final Map<String, String> TYPES = Map.of("#cloud-config", CLOUD_CONFIG, "#!", "text/x-shellscript", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"#include", "text/x-include-url", "#cloud-boothook", "text/cloud-boothook", "#part-handler", "text/part-handler", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			"## template: jinja", "text/jinja2"); //$NON-NLS-1$ //$NON-NLS-2$

	/** What it is; empty where cloud-init would not know either. */
	static Optional<UserData> of(byte[] content) throws IOException {
		final byte[] plain = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b ? unpack(content) : content;
		final String text = new String(plain, StandardCharsets.UTF_8);
		final String start = text.stripLeading();
		final String lower = start.substring(0, Math.min(64, start.length())).toLowerCase(java.util.Locale.ROOT);
		if (lower.startsWith("content-type:") || lower.startsWith("mime-version:")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Optional.of(new UserData(start, MULTIPART));
		}
		return TYPES.entrySet().stream().filter(known -> lower.startsWith(known.getKey())).findFirst().map(known -> new UserData(start, known.getValue()));
	}

	private static byte[] unpack(byte[] content) throws IOException {
		try (var packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
			return packed.readAllBytes();
		}
	}

	/**
	 * One text with this and then another cloud-config. Where both say the same, this one's single values stand, and lists are put together.
	 *
	 * @see <a href="https://cloudinit.readthedocs.io/en/latest/reference/merging.html">Merging user-data sections</a>
	 */
	String with(String cloudConfig) {
		final String boundary = boundary(cloudConfig);
		return """
				Content-Type: multipart/mixed; boundary="%1$s"
				MIME-Version: 1.0

				--%1$s
				%2$s
				--%1$s
				Content-Type: text/cloud-config; charset="utf-8"
				Merge-Type: list(append)+dict(no_replace,recurse_list)+str()

				%3$s
				--%1$s--
				""".formatted(boundary, part(), cloudConfig);
	}

	private String part() {
		return type.equals(MULTIPART) ? text : "Content-Type: " + type + "; charset=\"utf-8\"\n\n" + text; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String boundary(String cloudConfig) {
		String boundary = "benchtop"; //$NON-NLS-1$
		while (text.contains(boundary) || cloudConfig.contains(boundary)) {
			boundary += '-' + Integer.toHexString(text.hashCode());
		}
		return boundary;
	}
}
