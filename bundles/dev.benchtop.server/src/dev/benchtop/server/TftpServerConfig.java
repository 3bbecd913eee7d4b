package dev.benchtop.server;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of a TFTP server.
 *
 * @param rootDir null for a folder of the board's own
 * @param storage what to serve instead of a folder: a child, a node of the board, or a storage of the bench; empty for none
 */
public record TftpServerConfig(
		@Option(key = "root_dir") Path rootDir,
		@Option(proposals = {"auto", "127.0.0.1", "0.0.0.0"}, value = "auto") String host,
		@Option(value = "69", min = 0, max = 65535) int port,
		@Option String storage,
		@Option("false") boolean writable,
		@Option(value = "4G", advanced = true) ByteSize quota,
		@Option(key = "max_window", value = "16", min = 1, max = 64, advanced = true) int maxWindow,
		@Option(value = "0", min = 0, max = 1, advanced = true) int rollover,
		@Option(key = "give_up", value = "20s", advanced = true) Duration giveUp,
		@Option(key = "remove_created_on_close", value = "false", advanced = true) boolean removeCreatedOnClose) {
}
