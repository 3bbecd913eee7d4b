package dev.benchtop.disk.mux;

import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.StorageMux.Position;

/** The storage of a DUTLink; the firmware does not tell who has it, so it is where it was put last, as long as it stays plugged in. */
final class DutLinkSwitch implements MuxSwitch {

	/** In the order of the firmware's numbers. */
	private static final List<Position> ACTIONS = List.of(Position.OFF, Position.HOST, Position.DUT);

	private final DutLink board;
	private final Remembered<Position> last;

	DutLinkSwitch(DutLink board) {
		this.board = board;
		this.last = new Remembered<>(Position.UNKNOWN, board::connection);
	}

	@Override
	public void move(Position to, CancelToken cancel) throws BenchException {
		last.forget();
		board.storage(ACTIONS.indexOf(to), cancel);
		last.set(to);
	}

	@Override
	public Position position() {
		return last.get();
	}
}
