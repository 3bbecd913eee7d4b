package dev.benchtop.ui.storage;

/**
 * One file or folder of a listing.
 *
 * @param size bytes; 0 for a folder
 * @param modified milliseconds since the epoch; {@link #UNKNOWN} where the storage does not say
 * @param type the media type without its parameters, else the end of the name in capitals; empty for a folder
 * @param etag with its quotes, as the server writes it; empty where there is none
 */
record Row(String name, boolean folder, long size, long modified, String type, String etag) {

	static final long UNKNOWN = Long.MIN_VALUE;
}
