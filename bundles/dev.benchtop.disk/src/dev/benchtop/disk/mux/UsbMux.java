package dev.benchtop.disk.mux;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** A mux on USB: finds it anew for each call, so that it may be unplugged in between, and ends a call that hangs. */
final class UsbMux {

	/** Some transfers. */
	@FunctionalInterface
	interface Talk<T> {
		T with(UsbLink link) throws IOException;
	}

	private final String place;
	private final UsbBus bus;
	private final Predicate<UsbInfo> kind;
	private final String product;
	private final String serial;
	private final Duration timeout;

	/**
	 * @param place what users call it
	 * @param kind whether a device is one of these
	 * @param product what they are called
	 * @param serial which of them; empty for the only one
	 */
	UsbMux(String place, UsbBus bus, Predicate<UsbInfo> kind, String product, String serial, Duration timeout) {
		this.place = place;
		this.bus = bus;
		this.kind = kind;
		this.product = product;
		this.serial = serial;
		this.timeout = timeout;
	}

	/** The one that is meant. */
	UsbInfo find() throws BenchException {
		final List<UsbInfo> found;
		try {
			found = bus.devices().stream().filter(kind).filter(device -> serial.isEmpty() || serial.equals(device.serial())).toList();
		} catch (IOException e) {
			throw failed(e);
		}
		if (found.isEmpty()) {
			throw BenchException.failed(NLS.bind(serial.isEmpty() ? Messages.UsbMux_none : Messages.UsbMux_noneOfSerial, product, serial)).where(place)
					.next(Messages.UsbMux_noneNext).build();
		}
		if (found.size() > 1) {
			throw BenchException.failed(NLS.bind(Messages.UsbMux_several, product)).where(place)
					.why(found.stream().map(UsbInfo::serial).collect(Collectors.joining(", "))).next(Messages.UsbMux_severalNext).build(); //$NON-NLS-1$
		}
		return found.getFirst();
	}

	/** Talks to it, on a thread of its own: a transfer that hangs in the system is left behind. */
	<T> T talk(Talk<T> talk, CancelToken cancel) throws BenchException {
		final UsbInfo device = find();
		cancel.check();
		final var result = new CompletableFuture<T>();
		final var ended = new CountDownLatch(1);
		Thread.ofPlatform().daemon().name("usb-mux").start(() -> { //$NON-NLS-1$
			try (var link = bus.open(device)) {
				result.complete(talk.with(link));
			} catch (IOException | RuntimeException | Error e) {
				result.completeExceptionally(e);
			}
			ended.countDown();
		});
		try (var _ = cancel.onCancel(ended::countDown)) {
			ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		cancel.check();
		return switch (result.state()) {
			case SUCCESS -> result.resultNow();
			case FAILED -> throw failed(result.exceptionNow());
			default -> throw BenchException.failed(NLS.bind(Messages.UsbMux_silent, product, timeout.toSeconds())).where(place).next(Messages.UsbMux_silentNext)
					.build();
		};
	}

	private BenchException failed(Throwable reason) {
		return BenchException.failed(NLS.bind(Messages.UsbMux_failed, product)).where(place).why(reason).next(Messages.UsbMux_failedNext).build();
	}
}
