package dev.benchtop.cli.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;

/** What goes where when several things are copied or moved: into a folder that is there or is written with {@code /} at its end, else to the name itself. */
final class Targets {

	/** One source, and the place that becomes its copy. */
	record Pair(Location from, Location to, boolean folder) {
	}

	private final Locations locations;
	private final CliContext context;

	Targets(Locations locations, CliContext context) {
		this.locations = locations;
		this.context = context;
	}

	List<Pair> of(List<String> sources, String target) throws BenchException {
		final Location to = Place.find(target, locations, context);
		final Optional<BasicFileAttributes> there = Place.ifThere(to);
		final boolean into = there.map(BasicFileAttributes::isDirectory).orElse(isFolder(target));
		if (there.isPresent() && !into && isFolder(target)) {
			throw BenchException.usage(Messages.Targets_noFolder).where(to.text()).build();
		}
		if (!into && sources.size() > 1) {
			throw BenchException.usage(Messages.Targets_noFolder).where(to.text()).next(NLS.bind(Messages.Targets_noFolderNext, target)).build();
		}
		final List<Pair> pairs = new ArrayList<>();
		for (final String source : sources) {
			final Location from = Place.find(source, locations, context);
			pairs.add(new Pair(from, into ? below(to, from) : to, Place.attributes(from).isDirectory()));
		}
		return pairs;
	}

	/** The content of a root goes into the folder itself. */
	private static Location below(Location folder, Location from) throws BenchException {
		final String name = Place.name(from);
		return name.isEmpty() ? folder : folder.resolve(name);
	}

	/** Whether a text says by its end that it means a folder. */
	static boolean isFolder(String text) {
		return text.matches("(?s)(.*[/:])?\\.{0,2}") && !text.isEmpty(); //$NON-NLS-1$
	}
}
