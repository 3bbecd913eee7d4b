package dev.benchtop.storage.fs;

/** What was tried, for the words of an error. */
enum Operation {
	LOOK(Messages.Operation_look), LIST(Messages.Operation_list), READ(Messages.Operation_read), WRITE(Messages.Operation_write),
	CREATE_FOLDER(Messages.Operation_createFolder), COPY(Messages.Operation_copy), RENAME(Messages.Operation_rename),
	DELETE(Messages.Operation_delete), PRESIGN(Messages.Operation_presign);

	private final String words;

	Operation(String words) {
		this.words = words;
	}

	/** Such as {@code cannot be read}. */
	String words() {
		return words;
	}
}
