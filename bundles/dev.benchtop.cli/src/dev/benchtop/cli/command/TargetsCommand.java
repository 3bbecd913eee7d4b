package dev.benchtop.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop targets}: the places of a board that can be flashed or dumped. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "targets")
public final class TargetsCommand implements CliCommand {

	private record Row(Node flasher, Target target) {
	}

	@Parameters(paramLabel = "BOARD[/NODE]", descriptionKey = "address")
	private String address;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var rows = new ArrayList<Row>();
		for (final Node flasher : flashers(context.bench().board(place.board()), place.node())) {
			flasher.use(Flasher.class).targets().forEach(target -> rows.add(new Row(flasher, target)));
		}
		if (context.json()) {
			context.json(rows.stream().map(TargetsCommand::json).toList());
			return 0;
		}
		final var table = new Table();
		for (final Row row : rows) {
			final var capacity = row.target().capacity();
			table.row(new Address(place.board(), row.flasher().path(), row.target().name()).toString(),
					capacity.isPresent() ? new ByteSize(capacity.getAsLong()).display() : "-", row.target().content()); //$NON-NLS-1$
		}
		table.print(context.out());
		return 0;
	}

	private static List<Node> flashers(Board board, String path) throws BenchException {
		final var all = board.allNodes().stream().filter(node -> node.ref().isEmpty() && node.offers(Flasher.class)).toList();
		return path.isEmpty() && all.size() > 1 ? all : List.of(board.find(path, Flasher.class));
	}

	private static Map<String, Object> json(Row row) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("flasher", row.flasher().path()); //$NON-NLS-1$
		json.put("name", row.target().name()); //$NON-NLS-1$
		json.put("capacity", row.target().capacity().isPresent() ? row.target().capacity().getAsLong() : null); //$NON-NLS-1$
		json.put("content", row.target().content()); //$NON-NLS-1$
		json.put("identity", row.target().identity()); //$NON-NLS-1$
		return json;
	}
}
