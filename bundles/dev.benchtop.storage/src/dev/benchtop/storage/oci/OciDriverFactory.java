package dev.benchtop.storage.oci;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.HttpSettings;

/** Makes storages of artifacts and images: {@code type: oci}. */
@Component
public final class OciDriverFactory implements DriverFactory<OciConfig> {

	@Override
	public String type() {
		return "oci"; //$NON-NLS-1$
	}

	@Override
	public Class<OciConfig> configType() {
		return OciConfig.class;
	}

	@Override
	public String icon() {
		return "icons/storage.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(OciConfig config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, OciConfig config) throws BenchException {
		try {
			final OciReference reference = OciReference.parse(config.reference(), context.folder());
			final var backends = new OciBackends(System.getenv(), context.cache(), HttpSettings.STANDARD);
			return new StorageDriver(context, "OCI", backends.open(reference, config, notice(context)), false); //$NON-NLS-1$
		} catch (BackendException e) {
			throw BenchException.failed(Messages.OciDriverFactory_unusable).where(context.place()).why(e).build();
		}
	}

	private static Consumer<String> notice(DriverContext context) {
		return why -> context.publish("", why.isEmpty() ? new NodeState(NodeState.Level.ON, Messages.OciDriverFactory_reached, "") //$NON-NLS-1$ //$NON-NLS-2$
				: new NodeState(NodeState.Level.WARNING, Messages.OciDriverFactory_offline, NLS.bind(Messages.OciDriverFactory_offlineDetail, why)));
	}
}
