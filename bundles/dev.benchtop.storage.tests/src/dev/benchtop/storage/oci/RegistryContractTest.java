package dev.benchtop.storage.oci;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.servers.Registry;

class RegistryContractTest extends OciContract {

	@TempDir
	static Path folder;

	private static Registry server;

	@BeforeAll
	static void start() throws Exception {
		server = Registry.serve(folder.resolve("registry"));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	String publish(TestArtifact content) throws Exception {
		content.push(server.host(), "org/" + place(), "v1");
		return server.host() + "/org/" + place() + ":v1";
	}
}
