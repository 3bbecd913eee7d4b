package dev.benchtop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import com.google.gson.Gson;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.spi.Finder.Found;

/** Boards of what was found and is in no bench file: a disk that is flashed as it is. Their state is the same whichever bench is open. */
@Component(service = Desk.class)
public final class Desk {

	private final Benches benches;
	private final Path folder;
	private final Map<String, Bench.Trial> boards = new HashMap<>();
	private Bench bench;

	/** The desk of the user who runs this process. */
	@Activate
	public Desk(@Reference Benches benches) {
		this(benches, Places.system().state().resolve("desk")); //$NON-NLS-1$
	}

	/** A desk with its files at another place. */
	public Desk(Benches benches, Path folder) {
		this.benches = benches;
		this.folder = folder;
	}

	/** The board of a thing: one node of its type and configuration, named like the type. The same one for the same thing. */
	public synchronized Board board(Found found) throws BenchException {
		final String key = found.type() + found.config();
		final var known = boards.get(key);
		if (known != null) {
			return known.board();
		}
		final var trial = bench().trial(text(found));
		boards.put(key, trial);
		return trial.board();
	}

	/** What the board of a thing is called: its id, with a low line for what an address does not take. */
	public static String name(Found found) {
		return found.id().replaceAll("[^A-Za-z0-9._-]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The state folders of all boards that ever stood on the desk. */
	public synchronized List<Path> stateFolders() throws BenchException {
		final Path all = bench().stateFolder();
		if (!Files.isDirectory(all)) {
			return List.of();
		}
		try (var folders = Files.list(all)) {
			return folders.filter(Files::isDirectory).toList();
		} catch (IOException e) {
			throw BenchException.failed(Messages.Desk_noFolder).where(all.toString()).why(e).build();
		}
	}

	private static String text(Found found) {
		final var node = Map.of("type", found.type(), "config", found.config()); //$NON-NLS-1$ //$NON-NLS-2$
		return new Gson().toJson(Map.of("apiVersion", "benchtop.dev/v1", "kind", "Board", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				"metadata", Map.of("name", name(found)), "description", found.label(), "export", Map.of(found.type(), node))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private Bench bench() throws BenchException {
		if (bench == null) {
			try {
				bench = benches.open(PrivateFiles.folder(folder), Benches.Mode.ONCE);
				bench.trust();
			} catch (IOException e) {
				throw BenchException.failed(Messages.Desk_noFolder).where(folder.toString()).why(e).build();
			}
		}
		return bench;
	}

	@Deactivate
	synchronized void deactivate() {
		boards.values().forEach(Bench.Trial::close);
		boards.clear();
		if (bench != null) {
			bench.close();
			bench = null;
		}
	}
}
