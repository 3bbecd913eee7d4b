package dev.benchtop.ui.console;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.LinePreset;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Task;
import dev.benchtop.ui.Work;

/** What can be done with the control lines and the speed of a serial port. */
final class LinesMenu {

	private static final int[] BAUD_RATES = {9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000};
	/** What a bench file may say, too. */
	private static final int SLOWEST = 50;
	private static final int FASTEST = 4_000_000;
	private static final Duration BREAK = Duration.ofMillis(300);

	private LinesMenu() {
	}

	/** Adds the menu; where the console has no such lines, one entry that says so. */
	static void fill(IMenuManager menu, Optional<Console> console) {
		final Optional<SerialLines> found = console.flatMap(Console::lines);
		final String whyNot = console.isEmpty() ? Messages.ConsoleMenu_noLog
				: found.isEmpty() ? Messages.LinesMenu_none : console.get().state().line() != Line.OPEN ? Messages.LinesMenu_closed : ""; //$NON-NLS-1$
		if (!whyNot.isEmpty()) {
			menu.add(ConsoleMenu.action(Messages.LinesMenu_lines, whyNot, () -> { }));
			return;
		}
		final SerialLines lines = found.orElseThrow();
		final var sub = new MenuManager(Messages.LinesMenu_lines);
		sub.add(ConsoleMenu.action(Messages.LinesMenu_break, "", () -> sendBreak(console))); //$NON-NLS-1$
		sub.add(new Separator());
		sub.add(ConsoleMenu.check(Messages.LinesMenu_dtr, "", lines.dtr(), () -> run(Messages.LinesMenu_switching, _ -> lines.dtr(!lines.dtr())))); //$NON-NLS-1$
		sub.add(ConsoleMenu.check(Messages.LinesMenu_rts, "", lines.rts(), () -> run(Messages.LinesMenu_switching, _ -> lines.rts(!lines.rts())))); //$NON-NLS-1$
		for (final LinePreset preset : LinePreset.values()) {
			sub.add(ConsoleMenu.action(preset.label(), "", () -> run(preset.label(), progress -> preset.run(lines, progress.token())))); //$NON-NLS-1$
		}
		sub.add(new Separator());
		sub.add(baudRates(lines));
		menu.add(sub);
	}

	/** Sends a break, where the console can. */
	static void sendBreak(Optional<Console> console) {
		console.flatMap(Console::lines).ifPresent(lines -> run(Messages.LinesMenu_breaking, _ -> lines.sendBreak(BREAK)));
	}

	private static MenuManager baudRates(SerialLines lines) {
		final int now = lines.baudRate();
		final var menu = new MenuManager(NLS.bind(Messages.LinesMenu_baud, Integer.toString(now)));
		final var rates = IntStream.concat(IntStream.of(BAUD_RATES), IntStream.of(now)).distinct().sorted();
		rates.forEach(rate -> menu.add(ConsoleMenu.check(Integer.toString(rate), "", rate == now, () -> baudRate(lines, rate)))); //$NON-NLS-1$
		menu.add(new Separator());
		menu.add(ConsoleMenu.action(Messages.LinesMenu_otherBaud, "", () -> otherBaudRate(lines))); //$NON-NLS-1$
		return menu;
	}

	private static void otherBaudRate(SerialLines lines) {
		final var dialog = new InputDialog(Errors.shell(), Messages.LinesMenu_baudTitle, Messages.LinesMenu_baudQuestion, Integer.toString(lines.baudRate()),
				LinesMenu::whyNoBaudRate);
		if (dialog.open() == Window.OK) {
			baudRate(lines, Integer.parseInt(dialog.getValue().strip()));
		}
	}

	/** Why a text is no speed; null where it is one. */
	static String whyNoBaudRate(String text) {
		try {
			final int rate = Integer.parseInt(text.strip());
			return rate >= SLOWEST && rate <= FASTEST ? null : Messages.LinesMenu_noBaud;
		} catch (NumberFormatException e) {
			return Messages.LinesMenu_noBaud;
		}
	}

	private static void baudRate(SerialLines lines, int rate) {
		run(NLS.bind(Messages.LinesMenu_settingBaud, Integer.toString(rate)), _ -> lines.baudRate(rate));
	}

	private static void run(String title, Task task) {
		Work.quietly(title, task);
	}
}
