package dev.benchtop.image.copy;

/** A part of the content and its SHA-256 in hex. */
record Range(long position, int length, String sha256) {
}
