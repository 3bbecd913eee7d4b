package dev.benchtop.ui.internal.forms;

import java.util.Locale;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Found;

/** Hardware that was found, as a proposal of a board. */
record FoundTemplate(Finder finder, Found found) implements BoardTemplate {

	private static final Map<String, String> NODES = Map.of("port", "console", "disk", "disk", "fixed-disk", "disk", "mux", "mux"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
	private static final int LONGEST = 24;

	/** The product's name as the name of a board. */
	@Override
	public String id() {
		final String plain = found.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final String name = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-[^-]*$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return name.isEmpty() ? "board" : name; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return found.label();
	}

	@Override
	public String description() {
		return NLS.bind(Messages.FoundTemplate_description, found.label(), found.detail());
	}

	@Override
	public String type() {
		return found.type();
	}

	@Override
	public String node() {
		return NODES.getOrDefault(finder.kind(), "device"); //$NON-NLS-1$
	}

	@Override
	public Map<String, Object> config() {
		return found.config();
	}

	/** Nodes that go with it. */
	Map<String, Object> companions() {
		return finder.companions(found, node());
	}
}
