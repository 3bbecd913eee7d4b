package dev.benchtop.ui;

import dev.benchtop.core.bench.Node;

/** What a double click or Enter does on a node. A room contributes it as an OSGi service; the one of the highest ranking wins. */
public interface NodeAction {

	/** Whether it is the one for this node; quick, on the UI thread. */
	boolean handles(Node node);

	/** Does it, on the UI thread; what takes long goes on in the background. */
	void run(Node node);
}
