package dev.benchtop.qemu.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** A file that goes into the seed of a board. */
record SeedFile(String board, Path file) {

	private static final long LIMIT = 16 << 20;
	/** A line of {@code authorized_keys} (sshd(8)), with options or without. */
	private static final Pattern KEY = Pattern.compile("(.*\\s)?(ssh-[a-z0-9]+|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\\.com) AAAA\\S+.*"); //$NON-NLS-1$

	/** The public keys that are meant: a line itself, or those in the file. */
	static List<String> keys(String board, Path folder, String key) throws BenchException {
		if (KEY.matcher(key).matches()) {
			return List.of(key.strip());
		}
		final Path file = key.startsWith("~/") ? Path.of(System.getProperty("user.home"), key.substring(2)) : folder.resolve(key); //$NON-NLS-1$ //$NON-NLS-2$
		final var seed = new SeedFile(board, file);
		final List<String> lines = new String(seed.bytes(), StandardCharsets.UTF_8).lines().filter(line -> KEY.matcher(line).matches()).map(String::strip)
				.toList();
		if (lines.isEmpty()) {
			throw BenchException.failed(NLS.bind(Messages.SeedFile_noKey, file)).where(board).next(Messages.SeedFile_nameKey).build();
		}
		return lines;
	}

	UserData userData() throws BenchException {
		try {
			return UserData.of(bytes()).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.SeedFile_unknown, file)).where(board)
					.next(Messages.SeedFile_begin).build());
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	byte[] bytes() throws BenchException {
		try {
			if (Files.size(file) > LIMIT) {
				throw BenchException.failed(NLS.bind(Messages.SeedFile_long, file)).where(board).build();
			}
			return Files.readAllBytes(file);
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private BenchException unreadable(IOException e) {
		return BenchException.failed(NLS.bind(Messages.SeedFile_unreadable, file)).where(board).why(e).build();
	}
}
