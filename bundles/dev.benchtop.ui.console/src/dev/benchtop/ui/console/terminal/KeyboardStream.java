package dev.benchtop.ui.console.terminal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;

/**
 * Tells what a person types from what the terminal answers by itself: keys and pastes come on the UI thread, answers on another.
 * The line ends of a paste become carriage returns, as the Enter key sends them.
 */
final class KeyboardStream extends OutputStream {

	private final Display display;
	private final Consumer<byte[]> typed;
	private final Consumer<byte[]> answered;

	KeyboardStream(Display display, Consumer<byte[]> typed, Consumer<byte[]> answered) {
		this.display = display;
		this.typed = typed;
		this.answered = answered;
	}

	@Override
	public void write(int value) {
		write(new byte[] {(byte) value}, 0, 1);
	}

	@Override
	public void write(byte[] source, int offset, int length) {
		final byte[] bytes = Arrays.copyOfRange(source, offset, offset + length);
		if (Display.findDisplay(Thread.currentThread()) == display) {
			typed.accept(length > 1 ? withCarriageReturns(bytes) : bytes);
		} else {
			answered.accept(bytes);
		}
	}

	private static byte[] withCarriageReturns(byte[] pasted) {
		final var text = new String(pasted, StandardCharsets.ISO_8859_1);
		return text.replace("\r\n", "\r").replace('\n', '\r').getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
