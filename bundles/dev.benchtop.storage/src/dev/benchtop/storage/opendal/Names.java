package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.Duration;

import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.Entry;

/** What lies in a storage, and where; see the methods of the same names of {@link dev.benchtop.storage.backend.Backend}. */
interface Names {

	Entry stat(String key) throws IOException;

	/** The folder is there. */
	void list(String key, boolean recursive, Sink sink) throws IOException;

	/** Makes one folder, whose parents are there. */
	void makeFolder(String key) throws IOException;

	void copyFile(String from, String to) throws IOException;

	void renameFile(String from, String to) throws IOException;

	void deleteFile(String key) throws IOException;

	void deleteEmptyFolder(String key) throws IOException;

	/** Deletes a folder and all below it. */
	void deleteFolder(String key) throws IOException;

	Request presign(String key, Operation operation, Duration expiry) throws IOException;

	/** Whether a folder has to be there before something can be put into it. */
	boolean needsFolders();
}
