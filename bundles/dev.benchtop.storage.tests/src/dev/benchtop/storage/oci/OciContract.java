package dev.benchtop.storage.oci;

import java.time.Duration;
import java.util.Map;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.storage.http.HttpSettings;

/** The artifact is made anew with each file that is put, and the storage looks each time what its tag stands for. */
abstract class OciContract extends StorageContract {

	private final TestArtifact artifact = new TestArtifact();

	/** Makes the artifact known, and says by which reference. */
	abstract String publish(TestArtifact content) throws Exception;

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		final String reference = publish(artifact);
		final var backends = new OciBackends(Map.of("HOME", local.toString()), local.resolve("cache"), HttpSettings.STANDARD, Duration.ZERO);
		return driver(local, "OCI", backends.open(OciReference.parse(reference, local), OciConfig.of(reference), why -> { }), removeCreatedOnClose);
	}

	@Override
	protected void put(String path, byte[] content) throws Exception {
		artifact.with(path, content);
		publish(artifact);
	}
}
