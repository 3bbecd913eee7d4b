package dev.benchtop.core.storage;

/**
 * How files are transferred.
 *
 * @param move whether the source goes away when its copy is complete
 * @param existing what becomes of target files that are there already
 * @param verify whether the target is read back and compared by SHA-256; its size always is
 */
public record TransferOptions(boolean move, Existing existing, boolean verify) {

	/** A copy that replaces nothing. */
	public static final TransferOptions COPY = new TransferOptions(false, Existing.FAIL, false);

	/** A move that replaces nothing. */
	public static final TransferOptions MOVE = new TransferOptions(true, Existing.FAIL, false);

	public TransferOptions existing(Existing policy) {
		return new TransferOptions(move, policy, verify);
	}

	public TransferOptions verified(boolean sha256) {
		return new TransferOptions(move, existing, sha256);
	}
}
