package dev.benchtop.storage.oci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/** A program that keeps credentials: {@code docker-credential-NAME get} reads the registry and writes JSON (docker-credential-helpers). */
final class CredentialHelper {

	private static final Pattern NAME = Pattern.compile("[\\w.-]+"); //$NON-NLS-1$
	private static final int PATIENCE = 10;

	private final Map<String, String> environment;

	CredentialHelper(Map<String, String> environment) {
		this.environment = environment;
	}

	/** @param server as it stands in the file */
	Optional<Credentials> ask(String helper, String server) throws BackendException {
		if (!NAME.matcher(helper).matches()) {
			throw failed(helper, null);
		}
		try {
			final var builder = new ProcessBuilder("/usr/bin/env", "docker-credential-" + helper, "get").redirectError(ProcessBuilder.Redirect.DISCARD); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			builder.environment().putAll(environment);
			return read(builder.start(), helper, server);
		} catch (IOException | JsonParseException | IllegalStateException e) {
			throw e instanceof BackendException told ? told : failed(helper, e);
		}
	}

	private static Optional<Credentials> read(Process program, String helper, String server) throws IOException {
		program.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).exceptionally(late -> program.destroyForcibly());
		try (var in = program.outputWriter(StandardCharsets.UTF_8)) {
			in.write(server);
		}
		final String answer = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (program.onExit().join().exitValue() != 0) {
			if (answer.contains("credentials not found")) { //$NON-NLS-1$
				return Optional.empty();
			}
			throw failed(helper, null);
		}
		final JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
		final String user = json.get("Username").getAsString(); //$NON-NLS-1$
		return Optional.of(new Credentials(user.equals("<token>") ? "" : user, new Secret(json.get("Secret").getAsString()))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static BackendException failed(String helper, Exception cause) {
		return new BackendException(BackendException.Kind.DENIED, NLS.bind(Messages.CredentialHelper_failed, helper), cause);
	}
}
