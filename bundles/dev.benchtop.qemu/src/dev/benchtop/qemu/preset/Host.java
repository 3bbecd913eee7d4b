package dev.benchtop.qemu.preset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What of this machine goes into a proposal. */
final class Host {

	private Host() {
	}

	/** Its own architecture, where cloud images are made for it; that of a PC elsewhere. */
	static String arch() {
		return switch (System.getProperty("os.arch")) { //$NON-NLS-1$
			case "aarch64", "arm64" -> Preset.AARCH64; //$NON-NLS-1$ //$NON-NLS-2$
			default -> Preset.X86_64;
		};
	}

	/** The public SSH key of its user, from the home folder on. */
	static Optional<String> publicKey() {
		return Stream.of("~/.ssh/id_ed25519.pub", "~/.ssh/id_ecdsa.pub", "~/.ssh/id_rsa.pub") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.filter(key -> Files.isReadable(Path.of(System.getProperty("user.home"), key.substring(2)))).findFirst(); //$NON-NLS-1$
	}
}
