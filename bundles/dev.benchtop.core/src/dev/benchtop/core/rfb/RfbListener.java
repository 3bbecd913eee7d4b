package dev.benchtop.core.rfb;

/** Hears what a server shows and says, in order, on the thread that runs the client; all calls have to return soon. */
public interface RfbListener {

	/** There is a screen now, or another one takes its place. */
	void screen(Framebuffer screen);

	/** These pixels of the screen are new. */
	void changed(Rect part);

	/** All that belongs to one update was told. */
	default void updated() {
	}

	/** The pointer looks like this; only said by servers that leave drawing it to us. */
	default void cursor(RemoteCursor cursor) {
	}

	/** The name of the desktop. */
	default void name(String name) {
	}

	default void bell() {
	}

	/** The board's clipboard has this text now. */
	default void cutText(String text) {
	}

	/** The lights of the keyboard. */
	default void leds(boolean scroll, boolean num, boolean caps) {
	}

	/** The server lets its size be asked for ({@link RfbClient#size}). */
	default void resizable() {
	}

	/** The server does not take the size that it was asked for. */
	default void sizeRefused() {
	}

	/** Whether the pointer is told by its place, or by how far it moved. */
	default void pointer(boolean absolute) {
	}
}
