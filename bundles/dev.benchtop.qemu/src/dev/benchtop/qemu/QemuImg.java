package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonParser;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Looks at, makes and changes images by QEMU's own tool. */
final class QemuImg {

	static final String RAW = "raw"; //$NON-NLS-1$
	static final String QCOW2 = "qcow2"; //$NON-NLS-1$

	private static final String NAME = "qemu-img"; //$NON-NLS-1$
	/** For what writes a few clusters. */
	private static final Duration SHORT = Duration.ofSeconds(20);
	/** For what may go through all of an image. */
	private static final Duration LONG = Duration.ofMinutes(10);

	private final Host host;

	QemuImg(Host host) {
		this.host = host;
	}

	/**
	 * What it says of an image.
	 *
	 * @param format {@code raw}, {@code qcow2} …
	 * @param size how long the disk is, in bytes
	 * @param allocated how much of this machine's disk it takes, in bytes: a sparse file less than its length
	 */
	record Info(String format, long size, long allocated) {
	}

	/** Looks at an image, which may be in use. */
	Info info(Path image) throws BenchException {
		final var said = JsonParser.parseString(run(List.of("info", "-U", "--output=json", image.toString()))).getAsJsonObject(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return new Info(said.get("format").getAsString(), said.get("virtual-size").getAsLong(), said.get("actual-size").getAsLong()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/**
	 * Makes an empty overlay.
	 *
	 * @param base as the overlay names it: relative to its folder, or absolute; empty for none
	 * @param format the form of the base
	 */
	void create(Path overlay, Optional<Path> base, String format, long size) throws BenchException {
		final var arguments = new ArrayList<>(List.of("create", "-q", "-f", QCOW2)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		base.ifPresent(file -> arguments.addAll(List.of("-F", format, "-b", file.toString()))); //$NON-NLS-1$ //$NON-NLS-2$
		arguments.addAll(List.of(overlay.toString(), Long.toString(size)));
		run(arguments, SHORT);
	}

	/** Writes an image in another form. */
	void convert(Path image, String format, Path target, String targetFormat) throws BenchException {
		run(List.of("convert", "-q", "-U", "-f", format, "-O", targetFormat, image.toString(), target.toString())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}

	/** Does something with a snapshot in an image that is not in use: {@code -c} makes, {@code -a} applies, {@code -d} deletes it. */
	void snapshot(String action, String tag, Path image) throws BenchException {
		run(List.of("snapshot", "-q", action, tag, image.toString())); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Makes a disk longer. */
	void grow(Path overlay, long size) throws BenchException {
		run(List.of("resize", "-q", "-f", "qcow2", overlay.toString(), Long.toString(size))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private String run(List<String> arguments) throws BenchException {
		return run(arguments, LONG);
	}

	private String run(List<String> arguments, Duration timeout) throws BenchException {
		final Path program = host.program(NAME).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.notInstalled, NAME))
				.next(NLS.bind(Messages.install, "qemu-utils")).build()); //$NON-NLS-1$
		final var command = new ArrayList<>(List.of(program.toString()));
		command.addAll(arguments);
		try {
			final var result = Program.run(command, timeout, CancelToken.none());
			if (result.status() != 0) {
				throw BenchException.failed(Messages.QemuImg_failed).why(result.words()).build();
			}
			return result.words();
		} catch (IOException e) {
			throw BenchException.failed(Messages.QemuImg_failed).why(e).build();
		}
	}
}
