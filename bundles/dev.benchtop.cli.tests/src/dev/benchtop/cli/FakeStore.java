package dev.benchtop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Option;

/** The driver type {@code store}: a storage that is the same in every command of a test. */
public final class FakeStore implements DriverFactory<FakeStore.Config> {

	/** @param readOnly whether it takes no files and signs nothing */
	public record Config(@Option("false") boolean readOnly) {
	}

	private final FileSystem files;

	FakeStore(Path zip) throws IOException {
		files = FileSystems.newFileSystem(zip, Map.of("create", "true"));
	}

	/** A path in the storage. */
	public Path path(String name) {
		return files.getPath(name);
	}

	/** Puts a file there. */
	public void put(String name, String content) {
		try {
			if (path(name).getParent() != null) {
				Files.createDirectories(path(name).getParent());
			}
			Files.writeString(path(name), content);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public String type() {
		return "store";
	}

	@Override
	public Class<Config> configType() {
		return Config.class;
	}

	@Override
	public NodeShape describe(Config config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, Config config) {
		final Abilities abilities = config.readOnly()
				? Abilities.all().without(Ability.WRITE, "it is read only").without(Ability.DELETE, "it is read only").without(Ability.PRESIGN_READ, "it signs nothing")
				: Abilities.all();
		return Driver.of(new Storage() {
			@Override
			public Path root() {
				return files.getPath("/");
			}

			@Override
			public Abilities abilities() {
				return abilities;
			}

			@Override
			public void test() {
			}

			@Override
			public DirectoryStream<Path> scan(Path folder) throws IOException {
				try (var all = Files.walk(folder)) {
					return stream(all.filter(path -> !path.equals(folder)).toList());
				}
			}

			@Override
			public void deleteTree(Path path) throws IOException {
				try (var all = Files.walk(path)) {
					for (final Path each : all.sorted(Comparator.reverseOrder()).toList()) {
						Files.delete(each);
					}
				}
			}

			@Override
			public Optional<Presigner> presigner() {
				return Optional.of((path, operation, expiry) -> new Presigner.Request(operation == Presigner.Operation.READ ? "GET" : "PUT",
						"http://store" + path + "?expires=" + expiry.toSeconds(), operation == Presigner.Operation.READ ? Map.of() : Map.of("X-Tag", "a b")));
			}
		});
	}

	private static DirectoryStream<Path> stream(List<Path> paths) {
		return new DirectoryStream<>() {
			@Override
			public Iterator<Path> iterator() {
				return paths.iterator();
			}

			@Override
			public void close() {
			}
		};
	}
}
