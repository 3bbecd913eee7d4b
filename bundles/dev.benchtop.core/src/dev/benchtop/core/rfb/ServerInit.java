package dev.benchtop.core.rfb;

/** What a server says of its screen at first (RFC 6143, section 7.3.2). */
record ServerInit(int width, int height, String name) {
}
