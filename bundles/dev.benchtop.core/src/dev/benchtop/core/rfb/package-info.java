/** A client of the remote framebuffer protocol (RFC 6143 and the extensions of its community that QEMU and TigerVNC speak). */
package dev.benchtop.core.rfb;
