package dev.benchtop.core.storage;

import java.time.Duration;
import java.util.List;

import dev.benchtop.core.BenchException;

/**
 * What came of a transfer.
 *
 * @param files how many files were transferred
 * @param skipped how many were there already and stayed
 * @param bytes how many bytes were transferred, without those of an earlier attempt that was resumed
 * @param time from start to end
 * @param failures the files and folders that failed; the others are done
 * @param notes what the user should know besides: resumed, started anew
 */
public record TransferReport(long files, long skipped, long bytes, Duration time, List<Failure> failures, List<String> notes) {

	/**
	 * One file or folder that failed; the error says where.
	 *
	 * @param existed whether it failed because something was there already
	 */
	public record Failure(String place, BenchException reason, boolean existed) {
	}

	public TransferReport {
		failures = List.copyOf(failures);
		notes = List.copyOf(notes);
	}

	public boolean success() {
		return failures.isEmpty();
	}
}
