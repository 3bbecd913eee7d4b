package dev.benchtop.core.flash;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be flashed and how.
 *
 * @param image the file, in whichever file system it lies
 * @param label the image as the user named it: a path, {@code STORAGE:path}, or a URL without its secrets
 * @param target the name of the target; empty for the flasher's first
 * @param verify whether the target is read back and compared
 * @param sha256 what the user expects: the SHA-256 of the file or of its unpacked content, 64 hex digits
 * @param consent what the user has said to the target's guard
 * @param there what an interrupted flash has left on the target: a range that the image has too and that reads back so is not written again
 * @param followed whether another flash of the same flasher follows at once, for which the board may be left ready
 * @param member where the same image goes to several targets at once, which of them this is
 */
public record FlashRequest(Path image, String label, String target, boolean verify, Optional<String> sha256, Consent consent,
		List<KnownRange> there, boolean followed, Optional<Party.Member> member) {

	/** A request that nothing was asked for. */
	public FlashRequest(Path image, String label, String target, boolean verify, Optional<String> sha256) {
		this(image, label, target, verify, sha256, Consent.NONE, List.of(), false, Optional.empty());
	}

	public FlashRequest {
		there = List.copyOf(there);
	}

	/** The same with what the user has said. */
	public FlashRequest with(Consent said) {
		return new FlashRequest(image, label, target, verify, sha256, said, there, followed, member);
	}

	/** The same with what is on the target already. */
	public FlashRequest with(List<KnownRange> known) {
		return new FlashRequest(image, label, target, verify, sha256, consent, known, followed, member);
	}

	/** The same where another one follows. */
	public FlashRequest beforeAnother() {
		return new FlashRequest(image, label, target, verify, sha256, consent, there, true, member);
	}

	/** The same by itself. */
	public FlashRequest alone() {
		return new FlashRequest(image, label, target, verify, sha256, consent, there, followed, Optional.empty());
	}

	/** The same as one of several. */
	public FlashRequest with(Party.Member one) {
		return new FlashRequest(image, label, target, verify, sha256, consent, there, followed, Optional.of(one));
	}
}
