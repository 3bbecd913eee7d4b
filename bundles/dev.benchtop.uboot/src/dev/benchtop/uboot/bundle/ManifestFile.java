package dev.benchtop.uboot.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.driver.YamlRecord;

/**
 * The file of a bundle that has its manifest.
 *
 * @param name its path in the bundle
 * @param label how the file is called in errors
 */
record ManifestFile(Path root, String name, String label) {

	private static final int LARGEST = 1 << 20;

	Manifest read() throws BenchException {
		final var read = YamlRecord.read(Manifest.class, text(), Path.of(name));
		if (read.value().isPresent()) {
			return read.value().get();
		}
		final List<Finding> findings = read.findings();
		final int line = findings.getFirst().line();
		throw BenchException.failed(Messages.ManifestFile_wrong).where(line > 0 ? label + ':' + line : label)
				.why(findings.size() == 1 ? words(findings.getFirst())
						: findings.stream().map(one -> NLS.bind(Messages.ManifestFile_line, one.line(), words(one))).collect(Collectors.joining("; "))) //$NON-NLS-1$
				.build();
	}

	private static String words(Finding finding) {
		return finding.key().isEmpty() ? finding.message() : finding.key() + ": " + finding.message(); //$NON-NLS-1$
	}

	private String text() throws BenchException {
		try (InputStream in = Files.newInputStream(root.resolve(name))) {
			final byte[] bytes = in.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) {
				throw BenchException.failed(Messages.ManifestFile_unreadable).where(label).why(NLS.bind(Messages.ManifestFile_large, new ByteSize(LARGEST).display())).build();
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (NoSuchFileException e) {
			throw BenchException.failed(NLS.bind(Messages.ManifestFile_missing, name)).where(label)
					.next(others().isEmpty() ? null : NLS.bind(Messages.ManifestFile_missingNext, others())).build();
		} catch (CharacterCodingException e) {
			throw BenchException.failed(Messages.ManifestFile_unreadable).where(label).why(Messages.ManifestFile_notText).build();
		} catch (IOException e) {
			throw BenchException.failed(Messages.ManifestFile_unreadable).where(label).why(e).build();
		}
	}

	private String others() {
		try (var files = Files.list(root)) {
			return files.map(file -> file.getFileName().toString()).filter(file -> file.matches(".*\\.ya?ml")).sorted().collect(Collectors.joining(", ")); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}
}
