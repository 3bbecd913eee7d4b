package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.ImageInfo.Refusal;

/** Recognises what must not be written to a board as it is: disks of virtual machines, archives, unknown packings. */
final class Containers {

	private enum Kind {
		DISK, ARCHIVE, PACKED
	}

	private record Magic(Kind kind, String name, int at, String bytes) {
	}

	private static final List<Magic> KNOWN = List.of( //
			new Magic(Kind.DISK, "VMDK", 0, "COWD"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.DISK, "VMDK", 0, "# Disk DescriptorFile"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.DISK, "VHD", 0, "conectix"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.DISK, "VHDX", 0, "vhdxfile"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.DISK, "VDI", 64, "\u007f\u0010\u00da\u00be"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.DISK, "QED", 0, "QED\0"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.ARCHIVE, "7z", 0, "7z\u00bc\u00af\u0027\u001c"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.ARCHIVE, "RAR", 0, "Rar!\u001a\u0007"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.ARCHIVE, "Debian or ar", 0, "!<arch>\n"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.ARCHIVE, "RPM", 0, "\u00ed\u00ab\u00ee\u00db"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.PACKED, "lzip", 0, "LZIP"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.PACKED, "lzop", 0, "\u0089LZO\0"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.PACKED, "compress", 0, "\u001f\u009d"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.PACKED, "LZMA", 0, "\u005d\0\0\u0080\0"), //$NON-NLS-1$ //$NON-NLS-2$
			new Magic(Kind.PACKED, "legacy LZ4", 0, "\u0002\u0021\u004c\u0018")); //$NON-NLS-1$ //$NON-NLS-2$

	private static final int HEAD = 512;

	private Containers() {
	}

	/** Why this content is not to be written; {@code file} is its name for the advice. */
	static Optional<Refusal> refuse(Content content, String file) throws IOException {
		final var head = content.read(0, HEAD);
		if (!head.hasRemaining()) {
			return Optional.of(new Refusal(Messages.Containers_empty, Messages.Containers_emptyNext));
		}
		return KNOWN.stream().filter(magic -> has(head, magic.at, magic.bytes)).findFirst().map(magic -> switch (magic.kind) {
			case DISK -> new Refusal(NLS.bind(Messages.Containers_disk, magic.name), NLS.bind(Messages.Containers_diskNext, file, rawName(file)));
			case ARCHIVE -> new Refusal(NLS.bind(Messages.Containers_archive, magic.name), Messages.Containers_archiveNext);
			case PACKED -> new Refusal(NLS.bind(Messages.Containers_packed, magic.name), Messages.Containers_packedNext);
		});
	}

	/** What is odd about this content and yet may be meant, in a sentence. */
	static Optional<String> warn(Content content) throws IOException {
		final var head = content.read(0, HEAD);
		if (has(head, 0, "\u007fELF")) { //$NON-NLS-1$
			return Optional.of(Messages.Containers_elf);
		}
		return isText(head) ? Optional.of(Messages.Containers_text) : Optional.empty();
	}

	private static boolean isText(ByteBuffer head) {
		for (int i = 0; i < head.remaining(); i++) {
			final int value = head.get(i) & 0xff;
			if (value < ' ' && value != '\n' && value != '\r' && value != '\t') {
				return false;
			}
		}
		return head.hasRemaining() && StandardCharsets.UTF_8.newEncoder().canEncode(StandardCharsets.UTF_8.decode(head.duplicate()).toString());
	}

	private static String rawName(String file) {
		final int dot = file.lastIndexOf('.');
		return (dot > 0 ? file.substring(0, dot) : file) + ".raw"; //$NON-NLS-1$
	}

	private static boolean has(ByteBuffer head, int at, String magic) {
		if (head.remaining() < at + magic.length()) {
			return false;
		}
		for (int i = 0; i < magic.length(); i++) {
			if ((head.get(at + i) & 0xff) != magic.charAt(i)) {
				return false;
			}
		}
		return true;
	}
}
