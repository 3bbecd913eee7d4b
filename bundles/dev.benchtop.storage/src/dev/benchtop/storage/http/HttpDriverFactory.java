package dev.benchtop.storage.http;

import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.BackendException;

/** Makes storages of what web servers show: {@code type: http}. */
@Component
public final class HttpDriverFactory implements DriverFactory<HttpConfig> {

	@Override
	public String type() {
		return "http"; //$NON-NLS-1$
	}

	@Override
	public Class<HttpConfig> configType() {
		return HttpConfig.class;
	}

	@Override
	public String icon() {
		return "icons/storage.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(HttpConfig config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, HttpConfig config) throws BenchException {
		try {
			final Url root = Url.parse(config.endpoint());
			final var engine = new HttpEngine(settings(config));
			if (config.insecure()) {
				final String warning = NLS.bind(Messages.HttpDriverFactory_insecure, root.host());
				System.getLogger(HttpDriverFactory.class.getName()).log(System.Logger.Level.WARNING, warning);
				context.publish("", new NodeState(NodeState.Level.WARNING, Messages.HttpDriverFactory_insecureWord, warning)); //$NON-NLS-1$
			}
			return new StorageDriver(context, "HTTP", new HttpBackend(engine, root), false); //$NON-NLS-1$
		} catch (BackendException e) {
			throw BenchException.failed(Messages.HttpDriverFactory_unusable).where(context.place()).why(e).build();
		}
	}

	static HttpSettings settings(HttpConfig config) throws BackendException {
		final var login = Optional.ofNullable(config.username()).filter(name -> !name.isBlank())
				.map(name -> new HttpSettings.Login(name, Optional.ofNullable(config.password()).orElse(new Secret("")))); //$NON-NLS-1$
		final var token = Optional.ofNullable(config.token());
		if (login.isPresent() && token.isPresent()) {
			throw new BackendException(BackendException.Kind.FAILED, Messages.HttpDriverFactory_twoLogins);
		}
		if (token.isPresent()) {
			Headers.checkBearer(token.get());
		}
		final Map<String, Secret> headers = Optional.ofNullable(config.headers()).orElse(Map.of());
		Headers.check(headers);
		return HttpSettings.STANDARD.with(login, token, headers)
				.trusting(Optional.ofNullable(config.cacert()), config.insecure(), config.downgrade())
				.through(Optional.ofNullable(config.proxy()))
				.patience(config.timeout(), HttpSettings.STANDARD.attempts(), HttpSettings.STANDARD.pause());
	}
}
