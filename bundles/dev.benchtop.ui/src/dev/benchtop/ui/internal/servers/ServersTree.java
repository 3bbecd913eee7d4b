package dev.benchtop.ui.internal.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.SoftSelection;
import dev.benchtop.ui.internal.servers.ServerEntry.OfBoard;
import dev.benchtop.ui.internal.servers.ServerEntry.Published;

/** The servers with their addresses and what they serve; below each the files that it publishes. */
final class ServersTree {

	/** How a server stands, to see whether it has to be drawn anew. */
	private record Look(ServerEntry entry, String address, String serves, List<String> published, Level level) {
	}

	private final TreeViewer viewer;
	private List<Look> shown = List.of();

	ServersTree(Composite parent) {
		final var holder = new Composite(parent, SWT.NONE);
		final var layout = new TreeColumnLayout();
		holder.setLayout(layout);
		viewer = new TreeViewer(holder, SWT.FULL_SELECTION | SWT.SINGLE);
		viewer.getTree().setHeaderVisible(true);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Content());
		ColumnViewerToolTipSupport.enableFor(viewer);
		column(layout, Messages.ServersTree_server, 38, 130, element -> element instanceof Published file ? file.name() : ((ServerEntry) element).title(), ServersTree::icon);
		column(layout, Messages.ServersTree_address, 44, 150, element -> element instanceof Published ? Messages.ServersTree_published : address((ServerEntry) element), _ -> null);
		column(layout, Messages.ServersTree_serves, 18, 60, element -> element instanceof ServerEntry entry ? serves(entry) : "", _ -> null); //$NON-NLS-1$
		SoftSelection.on(viewer.getTree());
		viewer.getTree().addListener(SWT.MouseDown, this::deselect);
	}

	/** A click beside the servers means all of them. */
	private void deselect(Event event) {
		if (viewer.getTree().getItem(new Point(event.x, event.y)) == null) {
			viewer.setSelection(StructuredSelection.EMPTY);
		}
	}

	TreeViewer viewer() {
		return viewer;
	}

	/** Shows the servers; what is selected and unfolded stays so. */
	void show(List<ServerEntry> entries) {
		final List<Look> now = entries.stream().map(entry -> new Look(entry, address(entry), serves(entry), published(entry), level(entry))).toList();
		if (now.equals(shown)) {
			return;
		}
		final var selection = viewer.getSelection();
		final var more = now.stream().filter(look -> !look.published().isEmpty()).map(Look::entry).toList();
		shown = now;
		viewer.setInput(entries);
		more.forEach(entry -> viewer.setExpandedState(entry, true));
		viewer.setSelection(selection);
	}

	/** The server that is selected, itself or by a file of it. */
	Optional<ServerEntry> selected() {
		return switch (viewer.getStructuredSelection().getFirstElement()) {
			case ServerEntry entry -> Optional.of(entry);
			case Published file -> Optional.of(file.entry());
			case null, default -> Optional.empty();
		};
	}

	Optional<Published> selectedFile() {
		return viewer.getStructuredSelection().getFirstElement() instanceof Published file ? Optional.of(file) : Optional.empty();
	}

	private void column(TreeColumnLayout layout, String title, int weight, int least, Function<Object, String> text, Function<Object, Image> icon) {
		final var column = new TreeViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply(element);
			}

			@Override
			public Image getImage(Object element) {
				return icon.apply(element);
			}

			@Override
			public String getToolTipText(Object element) {
				return tooltip(element);
			}
		});
	}

	private static Image icon(Object element) {
		if (element instanceof ServerEntry entry) {
			return Icons.image(switch (level(entry)) {
				case ON, BUSY -> "state-on"; //$NON-NLS-1$
				case ERROR -> "state-error"; //$NON-NLS-1$
				case WARNING -> "state-warning"; //$NON-NLS-1$
				case OFF, UNKNOWN -> "state-off"; //$NON-NLS-1$
			});
		}
		return Icons.image("published"); //$NON-NLS-1$
	}

	private static Level level(ServerEntry entry) {
		if (entry.address().isPresent()) {
			return Level.ON;
		}
		return entry instanceof OfBoard of && of.node().state().level() == Level.ERROR ? Level.ERROR : Level.OFF;
	}

	private static String address(ServerEntry entry) {
		if (level(entry) == Level.ERROR) {
			return Messages.ServersTree_error;
		}
		return entry.server().flatMap(server -> server.seen().map(seen -> server.protocol() + "://" + seen.getAddress().getHostAddress() + ':' + seen.getPort())) //$NON-NLS-1$
				.orElse(Messages.ServersTree_off);
	}

	/** What it serves, with no more of a folder than its end: the tooltip has all of it. */
	private static String serves(ServerEntry entry) {
		final String root = root(entry);
		return root.startsWith("/") && Path.of(root).getNameCount() > 1 ? "\u2026/" + Path.of(root).getFileName() : root; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String root(ServerEntry entry) {
		return entry.server().map(FileServer::root).orElse(""); //$NON-NLS-1$
	}

	private static List<String> published(ServerEntry entry) {
		return entry.server().map(server -> List.copyOf(server.published().keySet())).orElse(List.of());
	}

	private static String tooltip(Object element) {
		if (element instanceof Published file) {
			return file.url();
		}
		final var entry = (ServerEntry) element;
		final String bound = entry.server().flatMap(server -> server.address().map(address -> Words.place(server) + "  " + address.getAddress().getHostAddress())) //$NON-NLS-1$
				.orElse(entry instanceof OfBoard of ? of.node().state().detail() : ""); //$NON-NLS-1$
		return (entry.title() + '\n' + bound + '\n' + root(entry)).strip();
	}

	/** Servers, and their published files. */
	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return parent instanceof ServerEntry entry ? entry.server().stream().flatMap(server -> server.published().entrySet().stream())
					.map(file -> new Published(entry, file.getKey(), file.getValue())).toArray() : new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return element instanceof Published file ? file.entry() : null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return getChildren(element).length > 0;
		}
	}
}
