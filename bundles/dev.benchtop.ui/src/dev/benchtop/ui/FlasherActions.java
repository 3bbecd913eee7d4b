package dev.benchtop.ui;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Node;

/** What can be done with flashers that are not among the boards of the window. A room contributes it as an OSGi service. */
public interface FlasherActions {

	/** Asks how an image goes to the flashers, with the image filled in where it is known. On the UI thread. */
	void flash(List<Node> flashers, Optional<String> image);

	/** Asks into which file the content of a flasher's target goes. On the UI thread. */
	void backUp(Node flasher);
}
