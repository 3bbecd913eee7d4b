package dev.benchtop.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Capability;

/**
 * The handler of a command on the nodes of one capability that are meant by what is selected in the Boards view.
 * Where it cannot be done now, its tool item says why in its tooltip.
 */
public abstract class CapabilityHandler extends AbstractHandler implements IElementUpdater {

	private final Class<? extends Capability> type;
	private final String tooltip;
	private final String missing;

	/**
	 * @param type the capability that it works on
	 * @param tooltip what it does, in a sentence
	 * @param missing why it cannot be done on a board without such a node: {@code No power switch}
	 */
	protected CapabilityHandler(Class<? extends Capability> type, String tooltip, String missing) {
		this.type = type;
		this.tooltip = tooltip;
		this.missing = missing;
	}

	/** Why it cannot be done with these nodes now; empty where it can. Quick. */
	protected Optional<String> whyNot(List<Node> nodes) {
		return Optional.empty();
	}

	/** Does it; never with an empty list. On the UI thread. */
	protected abstract void run(List<Node> nodes);

	@Override
	public final Object execute(ExecutionEvent event) {
		final var nodes = nodes();
		if (reason(nodes).isEmpty()) {
			run(nodes);
		}
		return null;
	}

	@Override
	public final boolean isEnabled() {
		return reason(nodes()).isEmpty();
	}

	@Override
	public final void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setTooltip(reason(nodes()).map(why -> NLS.bind(Messages.CapabilityHandler_whyNot, tooltip, why)).orElse(tooltip));
	}

	/** The bench of the window. */
	protected static BenchSession session() {
		return PlatformUI.getWorkbench().getService(BenchSession.class);
	}

	private List<Node> nodes() {
		return Nodes.of(session().selection(), type);
	}

	private Optional<String> reason(List<Node> nodes) {
		final var session = session();
		if (session.bench().isEmpty()) {
			return Optional.of(Messages.CapabilityHandler_noBench);
		}
		final var boards = Nodes.boards(session.selection());
		if (boards.isEmpty()) {
			return Optional.of(Messages.CapabilityHandler_noBoard);
		}
		if (!session.bench().map(Bench::trusted).orElse(false)) {
			return Optional.of(Messages.CapabilityHandler_untrusted);
		}
		if (boards.stream().noneMatch(board -> board.usable())) {
			return Optional.of(NLS.bind(Messages.CapabilityHandler_unusable, boards.getFirst().name()));
		}
		return nodes.isEmpty() ? Optional.of(missing) : whyNot(nodes);
	}
}
