package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Makes overlays by QEMU's own tool. */
final class QemuImg {

	private static final String NAME = "qemu-img"; //$NON-NLS-1$
	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final Host host;

	QemuImg(Host host) {
		this.host = host;
	}

	/** Makes an empty overlay; {@code base} lies in the same folder. */
	void create(Path overlay, Optional<Path> base, long size) throws BenchException {
		final var arguments = new ArrayList<>(List.of("create", "-q", "-f", "qcow2")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		base.ifPresent(file -> arguments.addAll(List.of("-F", "raw", "-b", file.getFileName().toString()))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		arguments.addAll(List.of(overlay.toString(), Long.toString(size)));
		run(arguments);
	}

	/** Makes a disk longer. */
	void grow(Path overlay, long size) throws BenchException {
		run(List.of("resize", "-q", "-f", "qcow2", overlay.toString(), Long.toString(size))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private void run(List<String> arguments) throws BenchException {
		final Path program = host.program(NAME).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.notInstalled, NAME))
				.next(NLS.bind(Messages.install, "qemu-utils")).build()); //$NON-NLS-1$
		final var command = new ArrayList<>(List.of(program.toString()));
		command.addAll(arguments);
		try {
			final var result = Program.run(command, TIMEOUT, CancelToken.none());
			if (result.status() != 0) {
				throw BenchException.failed(Messages.QemuImg_failed).why(result.words()).build();
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.QemuImg_failed).why(e).build();
		}
	}
}
