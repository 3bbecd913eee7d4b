package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;

@Timeout(60)
class LoadMeterTest {

	private final LinkedBlockingQueue<Long> advances = new LinkedBlockingQueue<>();
	private final Log log = new Log(new Progress() {
		@Override
		public CancelToken token() {
			return CancelToken.none();
		}

		@Override
		public void advance(long count) {
			advances.add(count);
		}
	});
	private volatile List<Transfer> transfers = List.of();

	private final FileServer server = new Transferring();

	@Test
	void whatIsFetchedIsShownWhileItIsFetched() throws InterruptedException {
		try (var meter = new LoadMeter(server, "board/kernel", 1000, log)) {
			transfers = List.of(transfer("board/dtb", 5, Outcome.RUNNING), transfer("board/kernel", 300, Outcome.RUNNING));
			assertEquals(300, advances.take());
			transfers = List.of(transfer("board/kernel", 700, Outcome.RUNNING), transfer("board/kernel", 300, Outcome.FAILED));
			assertEquals(400, advances.take());
			meter.complete();
			assertEquals(300, advances.take());
		}
		assertTrue(advances.isEmpty());
	}

	@Test
	void aServerThatTellsNothingIsNoTrouble() throws InterruptedException {
		try (var meter = new LoadMeter(server, "board/kernel", 1000, log)) {
			meter.complete();
		}
		assertEquals(1000, advances.take());
		assertTrue(advances.isEmpty());
	}

	private static Transfer transfer(String name, long done, Outcome outcome) {
		return new Transfer(1, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1069), name, false, done, 1000, 0, 0, "", Instant.now(), Duration.ZERO,
				outcome, Optional.empty());
	}

	/** Tells of transfers. */
	private final class Transferring implements FileServer {

		@Override
		public String protocol() {
			return "tftp";
		}

		@Override
		public InetSocketAddress start() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void stop() {
		}

		@Override
		public Optional<InetSocketAddress> address() {
			return Optional.empty();
		}

		@Override
		public String publish(String name, Path file, InetAddress self) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void withdraw(String name) {
		}

		@Override
		public List<Transfer> transfers() {
			return transfers;
		}
	}
}
