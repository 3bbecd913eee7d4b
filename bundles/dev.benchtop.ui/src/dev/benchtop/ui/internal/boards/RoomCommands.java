package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;

import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.ui.BenchSession;

/** The commands on a node that other rooms bring, as far as they are installed. */
final class RoomCommands {

	/** A command and the capability that it works on. */
	record RoomCommand(String id, Class<? extends Capability> capability, String label) {

		/** Whether it is one for this node; quick. */
		boolean suits(Node node) {
			return node.offers(capability) && (capability != Power.class || node.peek(Power.class).filter(Power::metered).isPresent());
		}
	}

	private record Known(String id, Class<? extends Capability> capability) {
	}

	private static final List<Known> KNOWN = List.of(new Known("dev.benchtop.ui.console.open", Console.class), //$NON-NLS-1$
			new Known("dev.benchtop.ui.display.open", Display.class), //$NON-NLS-1$
			new Known("dev.benchtop.ui.power.readings", Power.class), //$NON-NLS-1$
			new Known("dev.benchtop.ui.snapshots.open", Snapshots.class), //$NON-NLS-1$
			new Known("dev.benchtop.ui.command.open", CommandLine.class), //$NON-NLS-1$
			new Known("dev.benchtop.ui.flash.open", Flasher.class), new Known("dev.benchtop.ui.flash.dump", Flasher.class)); //$NON-NLS-1$ //$NON-NLS-2$

	private RoomCommands() {
	}

	static List<RoomCommand> all() {
		final var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		return KNOWN.stream().<RoomCommand>mapMulti((known, out) -> label(commands.getCommand(known.id()))
				.ifPresent(label -> out.accept(new RoomCommand(known.id(), known.capability(), label)))).toList();
	}

	static List<RoomCommand> of(Node node) {
		return all().stream().filter(command -> command.suits(node)).toList();
	}

	/** Runs a command on a node. */
	static void run(RoomCommand command, Node node) {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		final var selected = session.selection();
		session.select(List.of(node));
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command.id(), null);
		} catch (CommandException e) {
			ILog.of(RoomCommands.class).error(e.getMessage(), e);
		} finally {
			session.select(selected);
		}
	}

	static ImageDescriptor icon(RoomCommand command) {
		return PlatformUI.getWorkbench().getService(ICommandImageService.class).getImageDescriptor(command.id());
	}

	private static Optional<String> label(Command command) {
		try {
			return command.isDefined() && command.isHandled() ? Optional.of(command.getName()) : Optional.empty();
		} catch (NotDefinedException _) {
			return Optional.empty();
		}
	}
}
