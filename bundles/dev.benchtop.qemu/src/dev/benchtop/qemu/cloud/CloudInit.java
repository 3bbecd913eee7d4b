package dev.benchtop.qemu.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Secret;

/**
 * What a board is told on its first boot.
 *
 * @param hostname null for the board's name
 * @param username null for the user that the image itself has
 * @param password of the user, which the seed has as a hash, or a hash of it; null where keys are to do
 * @param keys public SSH keys of the user, as lines or as files that hold some; may be null
 * @param userData a file whose content goes along; null for none
 * @param networkConfig a file with the network's configuration; null for DHCP
 * @see <a href="https://cloudinit.readthedocs.io/en/latest/reference/datasources/nocloud.html">NoCloud</a>
 */
public record CloudInit(String hostname, String username, Secret password, List<String> keys, Path userData, Path networkConfig) {

	private static final String LABEL = "CIDATA"; //$NON-NLS-1$
	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

	/** Whether anything is said, so that the board is to have a seed. */
	public boolean wanted() {
		return isSet(hostname) || isSet(username) || password != null || keys != null && !keys.isEmpty() || userData != null || networkConfig != null;
	}

	/**
	 * Writes the seed as a CD image that only this user may read; leaves one as it is that says the same.
	 *
	 * @param board the name of the board
	 * @param folder what relative files count from
	 * @param file where it goes; its folder exists
	 * @return the file
	 * @throws BenchException naming the file that cannot be used
	 */
	public Path write(String board, Path folder, Path file) throws BenchException {
		final byte[] seed = new Iso9660(LABEL, files(board, folder, file)).bytes();
		try {
			if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), seed)) {
				PrivateFiles.replace(file, seed);
			}
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.CloudInit_write, file)).where(board).why(e).build();
		}
		return file;
	}

	/** The files of the seed. What changes in them makes another instance, which cloud-init sets up anew. */
	private Map<String, byte[]> files(String board, Path folder, Path seed) throws BenchException {
		final String name = isSet(hostname) ? hostname : board;
		final var files = new LinkedHashMap<String, byte[]>();
		files.put("user-data", userData(board, folder, new Identity(name, password == null ? "" : salt(board, seed))).getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$ //$NON-NLS-2$
		if (networkConfig != null) {
			files.put("network-config", new SeedFile(board, folder.resolve(networkConfig)).bytes()); //$NON-NLS-1$
		}
		final String instance = UUID.nameUUIDFromBytes(files.values().stream().map(content -> Arrays.toString(content)).reduce(board, String::concat)
				.getBytes(StandardCharsets.UTF_8)).toString();
		files.put("meta-data", (GSON.toJson(Map.of("instance-id", instance, "local-hostname", name)) + '\n').getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return files;
	}

	/** Drawn once and kept beside the seed: a board that is moved with all that is its own stays the instance that it was. */
	private static String salt(String board, Path seed) throws BenchException {
		final Path kept = seed.resolveSibling(seed.getFileName() + ".salt"); //$NON-NLS-1$
		try {
			if (!Files.exists(kept)) {
				PrivateFiles.replace(kept, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
			}
			return Files.readString(kept);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.CloudInit_write, kept)).where(board).why(e).build();
		}
	}

	/**
	 * Which board it is.
	 *
	 * @param salt what tells it from others of that name
	 */
	private record Identity(String name, String salt) {
	}

	private String userData(String board, Path folder, Identity identity) throws BenchException {
		final String own = "#cloud-config\n" + GSON.toJson(cloudConfig(board, folder, identity)) + '\n'; //$NON-NLS-1$
		return userData == null ? own : new SeedFile(board, folder.resolve(userData)).userData().with(own);
	}

	/** The keys of cloud-config, as JSON, which is YAML. */
	private Map<String, Object> cloudConfig(String board, Path folder, Identity identity) throws BenchException {
		final var config = new LinkedHashMap<String, Object>();
		config.put("hostname", identity.name()); //$NON-NLS-1$
		config.put("manage_etc_hosts", true); //$NON-NLS-1$
		final var allKeys = new ArrayList<String>();
		for (final String key : keys == null ? List.<String>of() : keys) {
			allKeys.addAll(SeedFile.keys(board, folder, key));
		}
		if (password != null) {
			config.put("ssh_pwauth", true); //$NON-NLS-1$
		}
		if (isSet(username)) {
			config.put("users", List.of(user(allKeys, identity))); //$NON-NLS-1$
			return config;
		}
		if (password != null) {
			config.put("password", PasswordHash.of(password, identity.salt())); //$NON-NLS-1$
			config.put("chpasswd", Map.of("expire", false)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (!allKeys.isEmpty()) {
			config.put("ssh_authorized_keys", allKeys); //$NON-NLS-1$
		}
		return config;
	}

	private Map<String, Object> user(List<String> allKeys, Identity identity) {
		final var user = new LinkedHashMap<String, Object>();
		user.put("name", username); //$NON-NLS-1$
		user.put("sudo", "ALL=(ALL) NOPASSWD:ALL"); //$NON-NLS-1$ //$NON-NLS-2$
		user.put("shell", "/bin/bash"); //$NON-NLS-1$ //$NON-NLS-2$
		user.put("lock_passwd", password == null); //$NON-NLS-1$
		if (password != null) {
			user.put("hashed_passwd", PasswordHash.of(password, identity.salt() + ' ' + username)); //$NON-NLS-1$
		}
		if (!allKeys.isEmpty()) {
			user.put("ssh_authorized_keys", allKeys); //$NON-NLS-1$
		}
		return user;
	}

	private static boolean isSet(String text) {
		return text != null && !text.isBlank();
	}
}
