package dev.benchtop.qemu.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** An image in a form that QEMU takes as it is: its content is read by QEMU's own tool. */
record VirtualDisk(Path file, String format) {

	private static final Map<String, String> FORMS = Map.of("QFI\u00fb", "qcow2", "KDMV", "vmdk"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	static Optional<VirtualDisk> of(Path file) throws IOException {
		if (file.getFileSystem() != FileSystems.getDefault() || !Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try (var input = Files.newInputStream(file)) {
			final String magic = new String(input.readNBytes(4), StandardCharsets.ISO_8859_1);
			return Optional.ofNullable(FORMS.get(magic)).map(format -> new VirtualDisk(file, format));
		}
	}

	/** The beginning of its content; a machine may have it in use. */
	byte[] head(CancelToken cancel) throws IOException, BenchException {
		cancel.check();
		final Path folder = Files.createTempDirectory("benchtop"); //$NON-NLS-1$
		final Path part = folder.resolve("head"); //$NON-NLS-1$
		try {
			final var process = new ProcessBuilder("qemu-img", "dd", "-U", "-f", format, "-O", "raw", "bs=1M", "count=" + (Head.LENGTH >> 20), "if=" + file, "of=" + part) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
					.redirectErrorStream(true).start();
			try (var _ = cancel.onCancel(process::destroyForcibly)) {
				final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
				final int status = process.waitFor();
				cancel.check();
				if (status != 0) {
					throw new IOException(said);
				}
			}
			return Files.readAllBytes(part);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		} finally {
			Files.deleteIfExists(part);
			Files.delete(folder);
		}
	}
}
