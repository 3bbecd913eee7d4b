package dev.benchtop.core.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.Secret;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.bench.BenchModel;
import dev.benchtop.core.internal.bench.RecentFolders;
import dev.benchtop.core.internal.bench.Surroundings;
import dev.benchtop.core.internal.config.Variables;

/** Opens benches that are folders on this machine. */
@Component(service = Benches.class)
public final class BenchFolders implements Benches {

	private final Surroundings surroundings;
	private final RecentFolders recent;

	/** Benches of the user who runs this process. */
	@Activate
	public BenchFolders(@Reference DriverRegistry registry, @Reference SecretStore secrets) {
		this(registry, secrets, Places.system());
	}

	/** Benches with their own files at other places. */
	public BenchFolders(DriverRegistry registry, SecretStore secrets, Places places) {
		this.surroundings = new Surroundings(registry, places, new TrustStore(places), variables(secrets));
		this.recent = new RecentFolders(places);
	}

	private static Variables variables(SecretStore secrets) {
		return new Variables() {
			@Override
			public Optional<String> env(String name) {
				return Optional.ofNullable(System.getenv(name));
			}

			@Override
			public Optional<String> secret(String name) throws BenchException {
				return secrets.get(name).map(Secret::reveal);
			}
		};
	}

	@Override
	public Bench open(Path folder, Mode mode) throws BenchException {
		final var bench = new BenchModel(folder, surroundings, mode == Mode.WATCHED);
		if (mode == Mode.WATCHED) {
			recent.add(bench.folder());
		}
		return bench;
	}

	@Override
	public List<Path> recent() {
		return recent.all();
	}
}
