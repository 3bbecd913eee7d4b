package dev.benchtop.cli.machine;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.cli.command.Sure;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop snapshot}: keeps states of a board, and takes it back to them. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "snapshot")
public final class SnapshotCommand implements CliCommand {

	/** What to do; the names are what the user writes. */
	enum Action {
		list, save, load, delete
	}

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault()); //$NON-NLS-1$

	@Parameters(index = "0", paramLabel = "BOARD[/NODE]", descriptionKey = "machine.address")
	private String address;

	@Parameters(index = "1", arity = "0..1", paramLabel = "list|save|load|delete", defaultValue = "list", descriptionKey = "snapshot.action")
	private Action action;

	@Parameters(index = "2", arity = "0..1", paramLabel = "NAME", descriptionKey = "snapshot.name")
	private Optional<String> name = Optional.empty();

	@Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "snapshot.note")
	private String note;

	@Option(names = "--yes", descriptionKey = "machine.yes")
	private boolean yes;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var snapshots = context.bench().board(place.board()).find(place.node(), Snapshots.class).use(Snapshots.class);
		switch (action) {
		case list -> { }
		case save -> snapshots.save(name(), note, context.progress());
		case load -> {
			Sure.ask(yes, place.board(), NLS.bind(Messages.SnapshotCommand_load, name()), Messages.SnapshotCommand_loadLoss, context);
			snapshots.load(name(), context.progress());
		}
		case delete -> {
			Sure.ask(yes, place.board(), NLS.bind(Messages.SnapshotCommand_delete, name()), Messages.SnapshotCommand_deleteLoss, context);
			snapshots.delete(name(), context.progress());
		}
		}
		final var tree = snapshots.tree();
		if (context.json()) {
			context.json(json(tree));
		} else if (action == Action.list) {
			print(tree, Optional.empty(), "", context); //$NON-NLS-1$
		}
		return 0;
	}

	private String name() throws BenchException {
		return name.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.SnapshotCommand_noName, action)).build());
	}

	private static void print(Tree tree, Optional<String> parent, String indent, CliContext context) {
		for (final Snapshot snapshot : tree.children(parent)) {
			final String here = tree.current().filter(snapshot.name()::equals).isPresent() ? "* " : "  "; //$NON-NLS-1$ //$NON-NLS-2$
			final String kind = snapshot.running() ? Messages.SnapshotCommand_on : Messages.SnapshotCommand_off;
			context.out().println((here + indent + snapshot.name() + "  " + TIME.format(snapshot.time()) + "  " + kind + "  " + snapshot.note()).stripTrailing()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			print(tree, Optional.of(snapshot.name()), indent + "  ", context); //$NON-NLS-1$
		}
	}

	private static Map<String, Object> json(Tree tree) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("current", tree.current().orElse(null)); //$NON-NLS-1$
		json.put("snapshots", tree.snapshots().stream().map(SnapshotCommand::json).toList()); //$NON-NLS-1$
		return json;
	}

	private static Map<String, Object> json(Snapshot snapshot) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("name", snapshot.name()); //$NON-NLS-1$
		json.put("parent", snapshot.parent().orElse(null)); //$NON-NLS-1$
		json.put("time", snapshot.time().toString()); //$NON-NLS-1$
		json.put("running", snapshot.running()); //$NON-NLS-1$
		json.put("bytes", snapshot.bytes()); //$NON-NLS-1$
		json.put("note", snapshot.note()); //$NON-NLS-1$
		json.put("picture", snapshot.picture().orElse(null)); //$NON-NLS-1$
		return json;
	}
}
