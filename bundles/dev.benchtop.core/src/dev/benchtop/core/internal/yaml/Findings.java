package dev.benchtop.core.internal.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Finding.Severity;

/** Collects what is wrong in one file. */
public final class Findings {

	private final Path file;
	private final List<Finding> all = new ArrayList<>();

	public Findings(Path file) {
		this.file = file;
	}

	public void error(int line, String key, String message) {
		all.add(new Finding(Severity.ERROR, file, line, key, message));
	}

	public void warning(int line, String key, String message) {
		all.add(new Finding(Severity.WARNING, file, line, key, message));
	}

	/** How many errors there are, to see whether something added one. */
	public long errors() {
		return all.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
	}

	/** What was found so far, in the order in which it was. */
	public List<Finding> all() {
		return List.copyOf(all);
	}
}
