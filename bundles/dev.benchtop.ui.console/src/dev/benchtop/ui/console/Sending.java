package dev.benchtop.ui.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.window.IShellProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.modem.FileTransfer;
import dev.benchtop.core.console.modem.Newline;
import dev.benchtop.core.console.modem.Pace;
import dev.benchtop.core.console.modem.Paste;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.ui.Work;

/** Sends texts and files to a console and receives files from it, in the background, with progress. On the UI thread. */
final class Sending {

	/** How slowly a text is sent. */
	enum Speed {
		FULL(0, Duration.ZERO), FAST(1000, Duration.ZERO), SLOW(100, Duration.ZERO), LINES(0, Duration.ofMillis(100));

		private final int characters;
		private final Duration line;

		Speed(int characters, Duration line) {
			this.characters = characters;
			this.line = line;
		}

		String label() {
			return switch (this) {
				case FULL -> Messages.Sending_full;
				case FAST -> Messages.Sending_fast;
				case SLOW -> Messages.Sending_slow;
				case LINES -> Messages.Sending_lines;
			};
		}

		/** The pace of a text whose lines end as the Enter key does. */
		Pace pace(LineEnding ending) {
			return new Pace(characters, line, switch (ending) {
				case CR -> Newline.CR;
				case LF -> Newline.LF;
				case CRLF -> Newline.CRLF;
			});
		}
	}

	private final IShellProvider shell;
	private final Console console;
	private final LineEnding ending;
	private final Transfers transfers;

	Sending(IShellProvider shell, Console console, LineEnding ending, Transfers transfers) {
		this.transfers = transfers;
		this.shell = shell;
		this.console = console;
		this.ending = ending;
	}

	/** Sends what is on the clipboard. */
	void paste(Speed speed) {
		final var clipboard = new Clipboard(shell.getShell().getDisplay());
		try {
			if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text && !text.isEmpty()) {
				Work.start(Messages.Sending_pasting, progress -> Paste.text(console, text.getBytes(StandardCharsets.UTF_8), speed.pace(ending), progress));
			}
		} finally {
			clipboard.dispose();
		}
	}

	/** Asks for a text file and sends it. */
	void text(Speed speed) {
		choose(Messages.Sending_textTitle, SWT.OPEN).forEach(file -> text(file, speed));
	}

	/** Sends a text file. */
	void text(Path file, Speed speed) {
		Work.start(NLS.bind(Messages.Sending_sending, file.getFileName()), progress -> Paste.file(console, file, speed.pace(ending), progress));
	}

	/** Asks for files and sends them. */
	void send(Protocol protocol) {
		send(protocol, choose(NLS.bind(Messages.Sending_sendTitle, protocol.label()), protocol.batch() ? SWT.OPEN | SWT.MULTI : SWT.OPEN));
	}

	/** Sends files; where the protocol takes one at a time, one after the other. */
	void send(Protocol protocol, List<Path> files) {
		if (files.isEmpty()) {
			return;
		}
		final String what = files.size() == 1 ? files.getFirst().getFileName().toString() : NLS.bind(Messages.Sending_files, Integer.toString(files.size()));
		Work.start(NLS.bind(Messages.Sending_by, what, protocol.label()), progress -> {
			if (protocol == Protocol.RAW) {
				sendAll(protocol, files, progress);
			} else {
				transfers.run(() -> sendAll(protocol, files, progress));
			}
		});
	}

	private void sendAll(Protocol protocol, List<Path> files, Progress progress) throws BenchException {
		if (protocol.batch()) {
			FileTransfer.send(console, protocol, files, progress);
			return;
		}
		for (final Path file : files) {
			FileTransfer.send(console, protocol, List.of(file), progress);
		}
	}

	/** Asks where to, and receives. */
	void receive(Protocol protocol) {
		final String place = protocol.batch() ? folder(protocol) : file(protocol);
		if (place != null) {
			Work.start(NLS.bind(Messages.Sending_receiving, protocol.label()),
					progress -> transfers.run(() -> FileTransfer.receive(console, protocol, Path.of(place), progress)));
		}
	}

	private String folder(Protocol protocol) {
		final var dialog = new DirectoryDialog(shell.getShell());
		dialog.setText(NLS.bind(Messages.Sending_receiveTitle, protocol.label()));
		return dialog.open();
	}

	private String file(Protocol protocol) {
		final var dialog = new FileDialog(shell.getShell(), SWT.SAVE);
		dialog.setText(NLS.bind(Messages.Sending_receiveTitle, protocol.label()));
		return dialog.open();
	}

	private List<Path> choose(String title, int style) {
		final var dialog = new FileDialog(shell.getShell(), style);
		dialog.setText(title);
		if (dialog.open() == null) {
			return List.of();
		}
		final Path folder = Path.of(dialog.getFilterPath());
		return Stream.of(dialog.getFileNames()).map(folder::resolve).toList();
	}
}
