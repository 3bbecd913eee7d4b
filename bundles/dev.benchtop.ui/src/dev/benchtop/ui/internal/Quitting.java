package dev.benchtop.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.QuitGuard;

/** What is asked before the window goes: by the rooms with work under way, and whether boards that are on stay on. */
final class Quitting {

	private final BenchSession session;
	private final Services<QuitGuard> guards = new Services<>(QuitGuard.class);

	Quitting(BenchSession session) {
		this.session = session;
	}

	boolean mayQuit(Shell window) {
		for (final var guard : guards.all()) {
			if (!guard.mayQuit(window)) {
				return false;
			}
		}
		final var on = poweredOn();
		return on.isEmpty() || switch (Preferences.onQuit()) {
			case LEAVE_ON -> true;
			case SWITCH_OFF -> switchOff(window, on);
			case ASK -> ask(window, on);
		};
	}

	private List<Node> poweredOn() {
		return session.bench().map(Bench::boards).orElse(List.of()).stream().flatMap(board -> board.allNodes().stream())
				.filter(node -> node.ref().isEmpty() && node.offers(Power.class) && node.state().level() == NodeState.Level.ON).toList();
	}

	private static boolean ask(Shell window, List<Node> on) {
		final String names = on.stream().map(node -> node.board().name()).distinct().collect(Collectors.joining(", ")); //$NON-NLS-1$
		final var dialog = new QuitDialog(window, NLS.bind(on.size() == 1 ? Messages.Quitting_isOn : Messages.Quitting_areOn, names),
				Messages.Quitting_question);
		dialog.open();
		if (dialog.remember() && dialog.answer() != OnQuit.ASK) {
			Preferences.onQuit(dialog.answer());
		}
		return switch (dialog.answer()) {
			case ASK -> false;
			case LEAVE_ON -> true;
			case SWITCH_OFF -> switchOff(window, on);
		};
	}

	private static boolean switchOff(Shell window, List<Node> on) {
		final var token = new CancelToken();
		try {
			new ProgressMonitorDialog(window) {
				@Override
				protected void cancelPressed() {
					token.cancel();
					super.cancelPressed();
				}
			}.run(true, true, monitor -> {
				monitor.beginTask(Messages.Quitting_switchingOff, on.size());
				for (final var node : on) {
					monitor.subTask(node.board().name());
					try {
						node.use(Power.class).off(token);
					} catch (BenchException e) {
						throw new InvocationTargetException(e);
					}
					monitor.worked(1);
				}
			});
			return true;
		} catch (InvocationTargetException e) {
			Errors.show(e.getCause() instanceof BenchException error ? error
					: BenchException.failed(Messages.Quitting_switchingOff).why(e.getCause()).build());
			return false;
		} catch (InterruptedException _) {
			return false;
		}
	}
}
