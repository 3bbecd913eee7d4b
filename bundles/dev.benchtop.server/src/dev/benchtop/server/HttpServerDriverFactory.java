package dev.benchtop.server;

import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.server.http.Access;
import dev.benchtop.server.http.HttpSettings;

/** Makes HTTP servers: {@code type: http-server}. */
@Component(service = DriverFactory.class)
public final class HttpServerDriverFactory implements DriverFactory<HttpServerConfig> {

	@Override
	public String type() {
		return "http-server"; //$NON-NLS-1$
	}

	@Override
	public Class<HttpServerConfig> configType() {
		return HttpServerConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_http.driver.HttpServer"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return ServerDriver.ICON;
	}

	@Override
	public NodeShape describe(HttpServerConfig config) {
		return ServerDriver.shape(config.storage());
	}

	@Override
	public Driver create(DriverContext context, HttpServerConfig config) throws BenchException {
		final var access = new Access(config.user(), Optional.ofNullable(config.password()), Optional.ofNullable(config.token()));
		return new ServerDriver(context, new HttpProtocol(new HttpSettings(config.writable(), config.quota().bytes(), access)), config.host(),
				config.port(), new Roots(context, config.rootDir(), config.storage(), config.removeCreatedOnClose()));
	}
}
