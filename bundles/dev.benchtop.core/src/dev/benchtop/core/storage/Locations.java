package dev.benchtop.core.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.internal.yaml.Near;
import dev.benchtop.core.spi.SourceResolver;

/**
 * Finds what a user names: {@code STORAGE:path}, {@code BOARD/NODE:path}, a URL, or a local path ({@code ~} is the home folder). A text that
 * could name both a storage and a local file names the storage if there is one of that name; {@code ./a:b} is always the local file.
 */
@Component(service = Locations.class)
public final class Locations {

	private static final Pattern ON_BENCH = Pattern.compile("([\\w.-]+)(?:/([\\w./-]+))?:(.*)", Pattern.DOTALL); //$NON-NLS-1$

	private final List<SourceResolver> resolvers = new CopyOnWriteArrayList<>();

	@Activate
	public Locations() {
	}

	/** Locations with just these resolvers. */
	public Locations(Collection<? extends SourceResolver> resolvers) {
		this.resolvers.addAll(resolvers);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void add(SourceResolver resolver) {
		resolvers.add(resolver);
	}

	void remove(SourceResolver resolver) {
		resolvers.remove(resolver);
	}

	/** Whether a text has the form of a place on a bench; a local file may have it too. */
	public static boolean onBench(String text) {
		return !LocalText.isLocal(text) && !Urls.isUrl(text) && ON_BENCH.matcher(text).matches();
	}

	/**
	 * The place that a text names; makes the driver of the storage, but does not look whether anything is there.
	 *
	 * @param bench where storages are looked for
	 * @param workingFolder what relative local paths count from
	 * @throws BenchException of kind usage where nothing can be meant by the text, with near names; or the storage's own error
	 */
	public Location locate(String text, Optional<Bench> bench, Path workingFolder) throws BenchException {
		if (text.isBlank()) {
			throw BenchException.usage(Messages.Locations_empty).build();
		}
		if (LocalText.isLocal(text)) {
			return LocalText.locate(text, workingFolder);
		}
		for (final var resolver : resolvers) {
			final Optional<Path> found = resolver.resolve(text, bench);
			if (found.isPresent()) {
				return new Location(Urls.redacted(text), found.get(), Optional.empty());
			}
		}
		if (Urls.isUrl(text)) {
			final String scheme = text.substring(0, text.indexOf(':'));
			final boolean storage = bench.flatMap(open -> open.findBoard(scheme)).isPresent();
			throw BenchException.usage(NLS.bind(Messages.Locations_noScheme, scheme)).where(Urls.redacted(text))
					.next(storage ? NLS.bind(Messages.Locations_noSchemeNext, scheme) : null).build();
		}
		return onBench(text) ? onBench(text, bench, workingFolder) : LocalText.locate(text, workingFolder);
	}

	private static Location onBench(String text, Optional<Bench> bench, Path workingFolder) throws BenchException {
		final var form = ON_BENCH.matcher(text);
		form.matches();
		final var board = bench.flatMap(open -> open.findBoard(form.group(1)));
		if (board.isPresent()) {
			final Node node = board.get().find(Optional.ofNullable(form.group(2)).orElse(""), Storage.class); //$NON-NLS-1$
			return location(node, below(node.use(Storage.class).root(), form.group(3), text));
		}
		final Location local = LocalText.locate(text, workingFolder);
		if (Files.exists(local.path())) {
			return local;
		}
		final var known = bench.stream().flatMap(Locations::named).toList();
		throw BenchException.usage(bench.isPresent() ? NLS.bind(Messages.Locations_noStorage, form.group(1), Near.hint(form.group(1), known))
				: NLS.bind(Messages.Locations_noBench, form.group(1))).where(text).next(NLS.bind(Messages.Locations_localNext, text)).build();
	}

	/** The names that stand for a storage by themselves. */
	private static Stream<String> named(Bench bench) {
		return Stream.concat(bench.storages().stream(),
				bench.boards().stream().filter(board -> board.allNodes().stream().anyMatch(node -> node.offers(Storage.class)))).map(Board::name);
	}

	private static Path below(Path root, String path, String text) throws BenchException {
		Path found = root;
		int depth = 0;
		for (final String name : path.split("/")) { //$NON-NLS-1$
			switch (name) {
			case "", "." -> { } //$NON-NLS-1$ //$NON-NLS-2$
			case ".." -> { //$NON-NLS-1$
				if (--depth < 0) {
					throw BenchException.usage(Messages.Locations_escape).where(text).build();
				}
				found = found.getParent();
			}
			default -> {
				depth++;
				found = child(found, name, text);
			}
			}
		}
		return found;
	}

	private static Path child(Path folder, String name, String text) throws BenchException {
		try {
			return folder.resolve(name);
		} catch (IllegalArgumentException e) {
			throw BenchException.usage(Messages.Locations_noPath).where(text).why(e).build();
		}
	}

	/** How a path of a storage is written, so that {@link #locate} finds it again. */
	public static String address(Node storage, Path path) {
		final Board board = storage.board();
		final String name = board.kind() == Board.Kind.STORAGE ? board.name() : board.name() + '/' + storage.path();
		return name + ':' + below(storage, path);
	}

	/** The path from the storage's root; the path itself where the storage is closed meanwhile. */
	private static String below(Node storage, Path path) {
		try {
			final Optional<Storage> open = storage.peek(Storage.class);
			if (open.isPresent()) {
				final Path root = open.get().root();
				return '/' + (path.equals(root) ? "" : root.relativize(path).toString()); //$NON-NLS-1$
			}
			return path.toString();
		} catch (BenchException e) {
			return path.toString();
		}
	}

	/** A path of a storage as a location. */
	public static Location location(Node storage, Path path) {
		return new Location(address(storage, path), path, Optional.of(storage));
	}
}
