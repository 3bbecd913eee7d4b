package dev.benchtop.server;

import java.nio.file.Path;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of an HTTP server.
 *
 * @param rootDir null for a folder of the board's own
 * @param storage what to serve instead of a folder: a child, a node of the board, or a storage of the bench; empty for none
 * @param port 0 for 8080, or any that is free where that is taken
 * @param password null where none is asked for
 * @param token null where none is asked for
 */
public record HttpServerConfig(
		@Option(key = "root_dir") Path rootDir,
		@Option(proposals = {"auto", "127.0.0.1", "0.0.0.0"}, value = "auto") String host,
		@Option(value = "0", min = 0, max = 65535) int port,
		@Option String storage,
		@Option("false") boolean writable,
		@Option(value = "4G", advanced = true) ByteSize quota,
		@Option(advanced = true) String user,
		@Option(advanced = true) Secret password,
		@Option(advanced = true) Secret token,
		@Option(key = "remove_created_on_close", value = "false", advanced = true) boolean removeCreatedOnClose) {
}
