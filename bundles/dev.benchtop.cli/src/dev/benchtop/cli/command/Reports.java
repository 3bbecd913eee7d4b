package dev.benchtop.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.benchtop.cli.ErrorJson;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;

/** The JSON of flashes and dumps. */
final class Reports {

	private Reports() {
	}

	static Map<String, Object> json(FlashReport report) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("outcome", report.outcome().name()); //$NON-NLS-1$
		json.put("bytes", report.bytes()); //$NON-NLS-1$
		json.put("sha256", report.sha256().orElse(null)); //$NON-NLS-1$
		json.put("seconds", seconds(report.time())); //$NON-NLS-1$
		json.put("target", report.target()); //$NON-NLS-1$
		json.put("phases", report.phases().stream().map(phase -> { //$NON-NLS-1$
			final var entry = new LinkedHashMap<String, Object>();
			entry.put("id", phase.id()); //$NON-NLS-1$
			entry.put("seconds", seconds(phase.time())); //$NON-NLS-1$
			entry.put("bytes", phase.bytes()); //$NON-NLS-1$
			return entry;
		}).toList());
		report.failure().ifPresent(failure -> json.put("error", ErrorJson.of(failure))); //$NON-NLS-1$
		return json;
	}

	/** A flash that was refused before it began. */
	static Map<String, Object> refused(BenchException refusal, String target) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("outcome", Outcome.UNCHANGED.name()); //$NON-NLS-1$
		json.put("bytes", 0); //$NON-NLS-1$
		json.put("sha256", null); //$NON-NLS-1$
		json.put("seconds", 0); //$NON-NLS-1$
		json.put("target", target); //$NON-NLS-1$
		json.put("phases", List.of()); //$NON-NLS-1$
		json.put("error", ErrorJson.of(refusal)); //$NON-NLS-1$
		return json;
	}

	/** The exit code of what came of it: 0 for a success alone. */
	static int exitCode(FlashReport report) {
		if (report.succeeded()) {
			return 0;
		}
		return report.failure().map(BenchException::kind).orElse(BenchException.Kind.FAILED).exitCode();
	}

	static double seconds(Duration time) {
		return time.toMillis() / 1000.0;
	}
}
