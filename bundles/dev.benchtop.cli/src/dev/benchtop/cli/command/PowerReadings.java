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

	int run() throws BenchException {
		final var collected = new ArrayList<Map<String, Object>>();
		try {
			for (int round = 0; count == 0 || round < count; round++) {
				if (round > 0) {
					pause();
				}
				for (final var node : nodes) {
					read(node, collected);
				}
			}
		} finally {
			if (context.json()) {
				print(collected);
			}
		}
		return 0;
	}

	private void print(List<Map<String, Object>> collected) {
		if (count == 1 && nodes.size() == 1) {
			collected.forEach(context::json);
		} else {
			context.json(collected);
		}
	}

	private void read(Node node, List<Map<String, Object>> collected) throws BenchException {
		final var readings = node.use(Power.class).readings().orElseThrow(() -> BenchException.failed(Messages.PowerReadings_noMeter).where(node.toString()).build());
		if (context.json()) {
			final var json = new LinkedHashMap<String, Object>();
			json.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()); //$NON-NLS-1$
			json.put("board", node.board().name()); //$NON-NLS-1$
			json.put("node", node.path()); //$NON-NLS-1$
			json.put("readings", json(readings)); //$NON-NLS-1$
			collected.add(json);
		} else {
			context.out().println(nodes.size() == 1 ? text(readings) : node.board().name() + "  " + text(readings)); //$NON-NLS-1$
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
