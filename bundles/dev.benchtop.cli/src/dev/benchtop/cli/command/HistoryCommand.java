package dev.benchtop.cli.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop history}: what was flashed and dumped, and what was interrupted. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "history")
public final class HistoryCommand implements CliCommand {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"); //$NON-NLS-1$

	private final Flashing flashing;

	@Parameters(arity = "0..1", paramLabel = "BOARD", descriptionKey = "history.board")
	private Optional<String> board = Optional.empty();

	@Activate
	public HistoryCommand(@Reference Flashing flashing) {
		this.flashing = flashing;
	}

	@Override
	public boolean needsTrust() {
		return false;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var bench = context.bench();
		final List<Board> boards = board.isPresent() ? List.of(bench.board(board.get())) : bench.boards();
		final var entries = new ArrayList<JournalEntry>();
		boards.forEach(one -> entries.addAll(flashing.history(one)));
		entries.sort(Comparator.comparing(JournalEntry::started).reversed());
		if (context.json()) {
			context.json(entries.stream().map(HistoryCommand::json).toList());
			return 0;
		}
		final var table = new Table();
		for (final JournalEntry entry : entries) {
			table.row(TIME.format(entry.started().atZone(ZoneId.systemDefault())), new Address(entry.board(), "", entry.target()).toString(), //$NON-NLS-1$
					NLS.bind(entry.dump() ? Messages.HistoryCommand_dump : Messages.HistoryCommand_flash, entry.image()), how(entry));
		}
		table.print(context.out());
		return 0;
	}

	private static String how(JournalEntry entry) {
		if (entry.running()) {
			return NLS.bind(Messages.HistoryCommand_running, entry.command(), Long.toString(entry.pid()));
		}
		final String outcome = switch (entry.outcome()) {
		case VERIFIED -> Messages.HistoryCommand_verified;
		case WRITTEN -> Messages.HistoryCommand_written;
		case UNCHANGED -> Messages.HistoryCommand_unchanged;
		case INCOMPLETE -> Messages.HistoryCommand_incomplete;
		};
		if (entry.interrupted()) {
			return NLS.bind(Messages.HistoryCommand_interrupted, outcome);
		}
		return entry.failure().flatMap(failure -> failure.lines().findFirst()).map(failure -> outcome + ": " + failure).orElse(outcome); //$NON-NLS-1$
	}

	private static Map<String, Object> json(JournalEntry entry) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("board", entry.board()); //$NON-NLS-1$
		json.put("node", entry.node()); //$NON-NLS-1$
		json.put("target", entry.target()); //$NON-NLS-1$
		json.put("image", entry.image()); //$NON-NLS-1$
		json.put("dump", entry.dump()); //$NON-NLS-1$
		json.put("started", entry.started().toString()); //$NON-NLS-1$
		json.put("outcome", entry.outcome().name()); //$NON-NLS-1$
		json.put("interrupted", entry.interrupted()); //$NON-NLS-1$
		json.put("running", entry.running()); //$NON-NLS-1$
		json.put("command", entry.command()); //$NON-NLS-1$
		json.put("pid", entry.pid()); //$NON-NLS-1$
		json.put("bytes", entry.bytes()); //$NON-NLS-1$
		json.put("sha256", entry.sha256().orElse(null)); //$NON-NLS-1$
		json.put("seconds", entry.time().map(Reports::seconds).orElse(null)); //$NON-NLS-1$
		json.put("error", entry.failure().orElse(null)); //$NON-NLS-1$
		return json;
	}
}
