package dev.benchtop.qemu;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.google.gson.JsonElement;

import dev.benchtop.core.BenchException;

/** Has single commands done by a machine that goes. */
final class Control {

	private static final Duration ANSWER = Duration.ofSeconds(5);

	private Control() {
	}

	/**
	 * Has one command of QMP done.
	 *
	 * @throws BenchException with QEMU's words if it refuses
	 */
	static JsonElement execute(Run run, String command, Map<String, ?> arguments) throws BenchException {
		return execute(run, command, arguments, ANSWER);
	}

	/** Has one command of QMP done by a machine that may be busy for {@code patience}. */
	static JsonElement execute(Run run, String command, Map<String, ?> arguments, Duration patience) throws BenchException {
		try (var qmp = Qmp.connect(run.commands(), _ -> { })) {
			qmp.awaitReady(patience);
			return qmp.execute(command, arguments, patience);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Control_failed).why(e).build();
		}
	}

	/** Has one command of the monitor done; what it prints. */
	static String monitor(Run run, String command) throws BenchException {
		return execute(run, "human-monitor-command", Map.of("command-line", command)).getAsString(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Whether it stands still. */
	static boolean isPaused(Run run) throws BenchException {
		return !execute(run, "query-status", Map.of()).getAsJsonObject().get("running").getAsBoolean(); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
