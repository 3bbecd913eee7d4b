package dev.benchtop.cli.command;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.core.spi.CliContext;

/** Reads the meters of boards a few times, or until Ctrl-C. */
record PowerReadings(CliContext context, List<Node> nodes, int count, Duration interval) {

	/** One value after another, those that are not measured left out: {@code 5.1 V, 0.5 A, 2.55 W}. */
	static String text(Readings readings) {
		final var format = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)); //$NON-NLS-1$
		return values(readings).entrySet().stream().map(entry -> format.format(entry.getValue()) + ' ' + unit(entry.getKey()))
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	/** The values that are measured. */
	static Map<String, Object> json(Readings readings) {
		return new LinkedHashMap<>(values(readings));
	}

	private static Map<String, Double> values(Readings readings) {
		final var values = new LinkedHashMap<String, Double>();
		values.put("volts", readings.volts()); //$NON-NLS-1$
		values.put("amperes", readings.amperes()); //$NON-NLS-1$
		values.put("watts", readings.watts()); //$NON-NLS-1$
		values.values().removeIf(value -> value.isNaN());
		return values;
	}

	private static String unit(String name) {
		return switch (name) {
		case "volts" -> "V"; //$NON-NLS-1$ //$NON-NLS-2$
		case "amperes" -> "A"; //$NON-NLS-1$ //$NON-NLS-2$
		default -> "W"; //$NON-NLS-1$
		};
	}

	/** The exit status: 0 where every meter was read each time. */
	int run() throws BenchException {
		final var collected = new ArrayList<Map<String, Object>>();
		boolean failed = false;
		try {
			for (int round = 0; count == 0 || round < count; round++) {
				if (round > 0) {
					pause();
				}
				for (final var outcome : Outcome.ofEach(nodes, this::read)) {
					failed |= outcome.error().isPresent();
					show(outcome, collected);
				}
			}
		} finally {
			if (context.json()) {
				print(collected);
			}
		}
		return failed ? BenchException.Kind.FAILED.exitCode() : 0;
	}

	private void print(List<Map<String, Object>> collected) {
		if (count == 1 && nodes.size() == 1) {
			collected.forEach(context::json);
		} else {
			context.json(collected);
		}
	}

	private Readings read(Node node) throws BenchException {
		return node.use(Power.class).readings(context.token())
				.orElseThrow(() -> BenchException.failed(Messages.PowerReadings_noMeter).where(node.toString()).build());
	}

	/** What fails of one board alone ends it; of several it is named, and the others go on. */
	private void show(Outcome<Readings> outcome, List<Map<String, Object>> collected) throws BenchException {
		if (nodes.size() == 1) {
			outcome.orThrow();
		}
		if (context.json()) {
			final var json = new LinkedHashMap<String, Object>();
			json.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()); //$NON-NLS-1$
			json.putAll(outcome.json());
			outcome.answer().ifPresent(readings -> json.put("readings", json(readings))); //$NON-NLS-1$
			collected.add(json);
		} else {
			final String name = nodes.size() == 1 ? "" : outcome.node().board().name() + "  "; //$NON-NLS-1$ //$NON-NLS-2$
			outcome.answer().ifPresent(readings -> context.out().println(name + text(readings)));
			outcome.error().ifPresent(error -> context.err().println(error.getMessage()));
		}
	}

	private void pause() throws BenchException {
		final var cancelled = new CountDownLatch(1);
		try (var _ = context.token().onCancel(cancelled::countDown)) {
			cancelled.await(interval.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		context.token().check();
	}
}
