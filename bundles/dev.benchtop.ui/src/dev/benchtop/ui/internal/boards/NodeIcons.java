package dev.benchtop.ui.internal.boards;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.ui.Icons;

/** The icons of boards and nodes: the driver's own, else that of what it offers. */
final class NodeIcons {

	private static final Map<Class<? extends Capability>, String> BY_CAPABILITY = byCapability();

	private NodeIcons() {
	}

	static Image of(Object element) {
		return element instanceof Node node ? of(node) : Icons.image("board"); //$NON-NLS-1$
	}

	static Image of(NodeState.Level level) {
		return Icons.image(switch (level) {
			case UNKNOWN -> "state-unknown"; //$NON-NLS-1$
			case OFF -> "state-off"; //$NON-NLS-1$
			case ON -> "state-on"; //$NON-NLS-1$
			case BUSY -> "state-busy"; //$NON-NLS-1$
			case WARNING -> "state-warning"; //$NON-NLS-1$
			case ERROR -> "state-error"; //$NON-NLS-1$
		});
	}

	private static Image of(Node node) {
		if (node.unsupported()) {
			return Icons.image("unsupported"); //$NON-NLS-1$
		}
		return node.factory().filter(factory -> !factory.icon().isEmpty()).map(NodeIcons::own).orElseGet(() -> Icons.image(common(node)));
	}

	private static Image own(DriverFactory<?> factory) {
		return Icons.image(FrameworkUtil.getBundle(factory.getClass()), factory.icon());
	}

	private static String common(Node node) {
		return BY_CAPABILITY.entrySet().stream().filter(entry -> node.offers(entry.getKey())).map(Map.Entry::getValue).findFirst()
				.orElseGet(() -> node.ref().isPresent() ? "alias" : node.factory().isPresent() ? "node" : "group"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static Map<Class<? extends Capability>, String> byCapability() {
		final var icons = new LinkedHashMap<Class<? extends Capability>, String>();
		icons.put(Power.class, "power"); //$NON-NLS-1$
		icons.put(Flasher.class, "flasher"); //$NON-NLS-1$
		icons.put(Console.class, "console"); //$NON-NLS-1$
		icons.put(Display.class, "display"); //$NON-NLS-1$
		icons.put(StorageMux.class, "mux"); //$NON-NLS-1$
		icons.put(Storage.class, "storage"); //$NON-NLS-1$
		icons.put(FileServer.class, "server"); //$NON-NLS-1$
		icons.put(NetworkPort.class, "network"); //$NON-NLS-1$
		return icons;
	}
}
