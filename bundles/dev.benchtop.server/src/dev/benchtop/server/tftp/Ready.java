package dev.benchtop.server.tftp;

import java.nio.channels.SelectionKey;

/** Is told by the loop that its channel can be read or written. */
interface Ready {

	void ready(SelectionKey key);
}
