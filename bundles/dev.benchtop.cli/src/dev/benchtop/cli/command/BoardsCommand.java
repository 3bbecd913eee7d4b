package dev.benchtop.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;

/** {@code benchtop boards}: what is on the bench, and how it stands. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "boards")
public final class BoardsCommand implements CliCommand {

	private record Row(Board board, Optional<String> error) {
	}

	@Override
	public boolean needsTrust() {
		return false;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var bench = context.bench();
		final var rows = open(bench.boards(), bench.trusted());
		if (context.json()) {
			context.json(rows.stream().map(BoardsCommand::json).toList());
			return 0;
		}
		if (rows.isEmpty()) {
			context.err().println(NLS.bind(Messages.BoardsCommand_none, bench.folder()));
		}
		final var table = new Table();
		for (final Row row : rows) {
			table.row(row.board().name(), row.error().isPresent() ? Messages.BoardsCommand_error : row.board().state().word(),
					row.error().map(error -> error.lines().findFirst().orElse(error)).orElse(row.board().description()));
		}
		table.print(context.out());
		if (!bench.trusted() && !rows.isEmpty()) {
			context.err().println(Messages.BoardsCommand_untrusted);
		}
		return 0;
	}

	/** Makes the drivers of all boards at once, so that one that is slow to answer does not hold up the others. */
	private static List<Row> open(List<Board> boards, boolean trusted) throws BenchException {
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("benchtop board").factory())) { //$NON-NLS-1$
			final var tasks = boards.stream().map(board -> (Callable<Row>) () -> new Row(board, error(board, trusted))).toList();
			final var rows = new ArrayList<Row>();
			for (final var row : threads.invokeAll(tasks)) {
				rows.add(row.get());
			}
			return rows;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} catch (ExecutionException e) {
			throw BenchException.failed(Messages.BoardsCommand_failed).why(e.getCause()).build();
		}
	}

	private static Optional<String> error(Board board, boolean trusted) {
		if (!board.usable()) {
			return board.findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).map(Finding::toString).findFirst();
		}
		if (trusted) {
			try {
				board.open();
			} catch (BenchException e) {
				return Optional.of(e.getMessage());
			}
		}
		final var state = board.state();
		return state.level() == NodeState.Level.ERROR ? Optional.of(state.detail()) : Optional.empty();
	}

	private static Map<String, Object> json(Row row) {
		final var board = new LinkedHashMap<String, Object>();
		board.put("name", row.board().name()); //$NON-NLS-1$
		board.put("state", row.board().state().word()); //$NON-NLS-1$
		board.put("description", row.board().description()); //$NON-NLS-1$
		board.put("file", row.board().file()); //$NON-NLS-1$
		board.put("nodes", row.board().allNodes().stream().map(BoardsCommand::json).toList()); //$NON-NLS-1$
		board.put("error", row.error().orElse(null)); //$NON-NLS-1$
		return board;
	}

	private static Map<String, Object> json(Node node) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("path", node.path()); //$NON-NLS-1$
		json.put("type", node.type()); //$NON-NLS-1$
		json.put("ref", node.ref().map(Node::path).orElse(null)); //$NON-NLS-1$
		json.put("capabilities", node.shape().capabilities().stream().map(Class::getSimpleName).sorted().toList()); //$NON-NLS-1$
		json.put("targets", node.shape().targets()); //$NON-NLS-1$
		json.put("state", node.state().word()); //$NON-NLS-1$
		json.put("detail", node.state().detail()); //$NON-NLS-1$
		json.put("description", node.description()); //$NON-NLS-1$
		json.put("supported", !node.unsupported()); //$NON-NLS-1$
		return json;
	}
}
