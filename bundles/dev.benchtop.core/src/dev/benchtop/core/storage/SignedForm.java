package dev.benchtop.core.storage;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Presigner.Request;

/** How a signed request is handed to somebody: as the bare URL, or as the line of a tool that sends it. */
public enum SignedForm {
	URL, CURL, WGET, UBOOT;

	/**
	 * The text; quoted for a POSIX shell, or for U-Boot's.
	 *
	 * @param file the local file that the line writes or sends
	 * @throws BenchException of kind usage where the tool cannot send the request: U-Boot reads only, and sends no headers
	 */
	public String render(Request request, String file) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
