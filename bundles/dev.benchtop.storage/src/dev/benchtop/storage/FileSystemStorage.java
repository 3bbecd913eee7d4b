package dev.benchtop.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.storage.fs.StorageFileSystem;

/** The capability of a storage, over its file system. */
final class FileSystemStorage implements Storage {

	private static final List<Ability> SIGNED = List.of(Ability.PRESIGN_READ, Ability.PRESIGN_WRITE, Ability.PRESIGN_STAT);

	private final DriverContext context;
	private final String kind;
	private final StorageFileSystem files;

	FileSystemStorage(DriverContext context, String kind, StorageFileSystem files) {
		this.context = context;
		this.kind = kind;
		this.files = files;
	}

	@Override
	public Path root() {
		return files.root();
	}

	@Override
	public Abilities abilities() {
		return files.abilities();
	}

	@Override
	public void test() throws BenchException {
		try {
			files.test();
			context.publish("", new NodeState(NodeState.Level.ON, Messages.FileSystemStorage_reached, //$NON-NLS-1$
					NLS.bind(Messages.FileSystemStorage_reachedDetail, kind)));
		} catch (final IOException e) {
			final var error = BenchException.failed(NLS.bind(Messages.FileSystemStorage_unreachable, kind)).why(e).build();
			context.publish("", new NodeState(NodeState.Level.ERROR, Messages.FileSystemStorage_failed, error.why().orElse(""))); //$NON-NLS-1$ //$NON-NLS-2$
			throw error;
		}
	}

	@Override
	public DirectoryStream<Path> scan(Path folder) throws IOException {
		return files.scan(folder);
	}

	@Override
	public void deleteTree(Path path) throws IOException {
		files.deleteTree(path);
	}

	@Override
	public Set<String> created() {
		return files.created();
	}

	@Override
	public Optional<Presigner> presigner() {
		return SIGNED.stream().anyMatch(abilities()::can) ? Optional.of(files::presign) : Optional.empty();
	}

	@Override
	public List<Verb> verbs() {
		return List.of(new Verb("test", Messages.FileSystemStorage_test, List.of(), Verb.Danger.NONE, Optional.empty(), //$NON-NLS-1$
				(values, progress) -> test()));
	}
}
