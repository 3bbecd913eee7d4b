package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

class AuthFilesTest {

	@TempDir
	private Path folder;
	private final Map<String, String> environment = new HashMap<>();

	private Optional<Credentials> find(String reference) throws BackendException {
		environment.put("HOME", folder.toString());
		return new AuthFiles(environment).find(OciReference.InRegistry.parse(reference));
	}

	private static String auth(String user, String password) {
		return "{\"auth\":\"" + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8)) + "\"}";
	}

	private void write(String file, String auths) throws IOException {
		Files.createDirectories(folder.resolve(file).getParent());
		Files.writeString(folder.resolve(file), "{\"auths\":{" + auths + "}}");
	}

	private static Optional<Credentials> of(String user, String secret) {
		return Optional.of(new Credentials(user, new Secret(secret)));
	}

	@Test
	void theFirstFileThatKnowsTheRegistryCounts() throws IOException {
		assertEquals(Optional.empty(), find("quay.io/org/image"));
		write(".docker/config.json", "\"quay.io\":" + auth("five", "5"));
		assertEquals(of("five", "5"), find("quay.io/org/image"));
		write("docker/config.json", "\"quay.io\":" + auth("four", "4"));
		environment.put("DOCKER_CONFIG", folder.resolve("docker").toString());
		assertEquals(of("four", "4"), find("quay.io/org/image"));
		write(".config/containers/auth.json", "\"quay.io\":" + auth("three", "3"));
		assertEquals(of("three", "3"), find("quay.io/org/image"));
		write("run/containers/auth.json", "\"quay.io\":" + auth("two", "2"));
		environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
		assertEquals(of("two", "2"), find("quay.io/org/image"));
		write("own.json", "\"other.io\":" + auth("one", "1"));
		environment.put("REGISTRY_AUTH_FILE", folder.resolve("own.json").toString());
		assertEquals(of("two", "2"), find("quay.io/org/image"));
		assertEquals(of("one", "1"), find("other.io/org/image"));
	}

	@Test
	void theLongestPathCounts() throws IOException {
		write(".config/containers/auth.json", "\"quay.io\":" + auth("all", "p") + ",\"quay.io/org\":" + auth("org", "p") + ",\"quay.io/org/image\":" + auth("one", "p"));
		assertEquals(of("one", "p"), find("quay.io/org/image"));
		assertEquals(of("org", "p"), find("quay.io/org/other"));
		assertEquals(of("all", "p"), find("quay.io/organisation/image"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"docker.io", "index.docker.io", "https://index.docker.io/v1/", "registry-1.docker.io", "https://registry-1.docker.io/v2/"})
	void dockersOwnRegistryHasManyNames(String name) throws IOException {
		write(".docker/config.json", "\"" + name + "\":" + auth("joe", "p:q"));
		assertEquals(of("joe", "p:q"), find("debian"));
		assertEquals(of("joe", "p:q"), find("docker.io/org/image"));
	}

	@Test
	void userAndPasswordCanStandInPlain() throws IOException {
		write(".docker/config.json", "\"quay.io\":{\"username\":\"joe\",\"password\":\"p\"},\"gone.io\":{}");
		assertEquals(of("joe", "p"), find("quay.io/org/image"));
		assertEquals(Optional.empty(), find("gone.io/org/image"));
	}

	@Test
	void anIdentityTokenIsNoPassword() throws IOException {
		write(".docker/config.json", "\"quay.io\":{\"auth\":\"MDAwOg==\",\"identitytoken\":\"t\"}");
		assertTrue(find("quay.io/org/image").orElseThrow().isToken());
	}

	@Test
	void aBrokenFileIsToldWithoutWhatIsInIt() throws IOException {
		Files.createDirectories(folder.resolve(".docker"));
		Files.writeString(folder.resolve(".docker/config.json"), "{\"auths\":{\"quay.io\":{\"auth\":\"s3cret!\"}}}");
		final var failure = assertThrows(BackendException.class, () -> find("quay.io/org/image"));
		assertTrue(failure.getMessage().contains("config.json"), failure.getMessage());
		assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
	}

	@Test
	void aHelperIsAsked() throws IOException {
		final Path program = Files.createDirectories(folder.resolve("bin")).resolve("docker-credential-test");
		Files.writeString(program, """
				#!/bin/sh
				read -r server
				case $server in
				quay.io) echo '{"ServerURL":"quay.io","Username":"joe","Secret":"p"}' ;;
				*) echo 'credentials not found in native keychain'; exit 1 ;;
				esac
				""");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		environment.put("PATH", program.getParent() + ":/usr/bin:/bin");
		Files.createDirectories(folder.resolve(".docker"));
		Files.writeString(folder.resolve(".docker/config.json"), "{\"credHelpers\":{\"quay.io\":\"test\",\"none.io\":\"test\",\"gone.io\":\"not-there\"}}");
		assertEquals(of("joe", "p"), find("quay.io/org/image"));
		assertEquals(Optional.empty(), find("none.io/org/image"));
		assertThrows(BackendException.class, () -> find("gone.io/org/image"));
		Files.writeString(folder.resolve(".docker/config.json"), "{\"credsStore\":\"test\",\"auths\":{\"quay.io\":{}}}");
		assertEquals(of("joe", "p"), find("quay.io/org/image"));
	}
}
