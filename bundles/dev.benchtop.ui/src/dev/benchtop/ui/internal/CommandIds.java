package dev.benchtop.ui.internal;

/** Ids of the commands of this bundle that code runs. */
public final class CommandIds {

	public static final String NEW_BOARD = "dev.benchtop.ui.board.new"; //$NON-NLS-1$
	public static final String OPEN_BENCH = "dev.benchtop.ui.bench.open"; //$NON-NLS-1$
	public static final String IMPORT = "dev.benchtop.ui.board.import"; //$NON-NLS-1$

	private CommandIds() {
	}
}
