package dev.benchtop.server.tftp.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** MiB/s of each server in each case; what is printed are medians. */
final class Table {

	private record Case(int blockSize, int window) {
	}

	private final List<String> servers;
	private final Map<Case, Map<String, List<Double>>> rates = new LinkedHashMap<>();

	Table(List<String> servers) {
		this.servers = servers;
	}

	void add(int blockSize, int window, String server, double rate) {
		rates.computeIfAbsent(new Case(blockSize, window), any -> new LinkedHashMap<>()).computeIfAbsent(server, any -> new ArrayList<>()).add(rate);
	}

	/** A Markdown table; the last column is our rate divided by that of the fastest of the others. */
	String markdown() {
		final var text = new StringBuilder("| blksize | window | " + String.join(" | ", servers) + " | ratio |\n|" + "---:|".repeat(servers.size() + 3) + "\n");
		rates.forEach((one, row) -> {
			text.append("| ").append(one.blockSize).append(" | ").append(one.window);
			double fastest = 0;
			for (final var server : servers) {
				final double rate = median(row.getOrDefault(server, List.of()));
				text.append(" | ").append(rate == 0 ? "" : number(rate));
				if (!server.equals(Peers.OWN)) {
					fastest = Math.max(fastest, rate);
				}
			}
			text.append(" | ").append(fastest == 0 ? "" : String.format(Locale.ROOT, "%.2f", median(row.get(Peers.OWN)) / fastest)).append(" |\n");
		});
		return text.toString();
	}

	private static String number(double rate) {
		return String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%.0f", rate);
	}

	private static double median(List<Double> values) {
		final var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return sorted.length == 0 ? 0 : Arrays.stream(sorted).skip((sorted.length - 1) / 2).limit(2 - sorted.length % 2).average().orElse(0);
	}
}
