package dev.benchtop.core.storage;

import java.nio.file.DirectoryStream;
import java.nio.file.Path;

import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** The driver type {@code folder}: a storage whose root is one folder. */
record FolderStorage(Path root) implements DriverFactory<FolderStorage.Config>, Storage {

	record Config() {
	}

	@Override
	public String type() {
		return "folder";
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
		return Driver.of(this);
	}

	@Override
	public void test() {
		throw new UnsupportedOperationException();
	}

	@Override
	public DirectoryStream<Path> scan(Path folder) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void deleteTree(Path path) {
		throw new UnsupportedOperationException();
	}
}
