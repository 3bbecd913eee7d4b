package dev.benchtop.server.http;

/**
 * How a server behaves.
 *
 * @param writable whether it takes uploads
 * @param quota so many bytes of uploads at most lie there at a time
 * @param access who may use it
 */
public record HttpSettings(boolean writable, long quota, Access access) {
}
