package dev.benchtop.ui.console.terminal;

import java.io.OutputStream;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.tm.internal.terminal.provisional.api.ISettingsStore;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalConnector;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalControl;
import org.eclipse.tm.internal.terminal.provisional.api.TerminalState;

/** Connects the widget to a pane: always connected, so that keys are heard and bytes shown however the line stands. */
final class PaneConnector extends PlatformObject implements ITerminalConnector {

	private final OutputStream keyboard;
	private final TerminalPane.Resized resized;
	private ITerminalControl control;
	private int columns;
	private int rows;

	PaneConnector(OutputStream keyboard, TerminalPane.Resized resized) {
		this.keyboard = keyboard;
		this.resized = resized;
	}

	@Override
	public void connect(ITerminalControl terminal) {
		control = terminal;
		control.setState(TerminalState.CONNECTED);
	}

	@Override
	public void disconnect() {
		control.setState(TerminalState.CLOSED);
	}

	@Override
	public OutputStream getTerminalToRemoteStream() {
		return keyboard;
	}

	@Override
	public String getId() {
		return getClass().getName();
	}

	@Override
	public String getName() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public boolean isHidden() {
		return true;
	}

	@Override
	public boolean isInitialized() {
		return true;
	}

	@Override
	public String getInitializationErrorMessage() {
		return null;
	}

	@Override
	public boolean isLocalEcho() {
		return false;
	}

	/** Called before every piece of text, too. */
	@Override
	public synchronized void setTerminalSize(int width, int height) {
		if (width != columns || height != rows) {
			columns = width;
			rows = height;
			resized.now(width, height);
		}
	}

	@Override
	public void load(ISettingsStore store) {
		// has no settings
	}

	@Override
	public void save(ISettingsStore store) {
		// has no settings
	}

	@Override
	public void setDefaultSettings() {
		// has no settings
	}

	@Override
	public String getSettingsSummary() {
		return ""; //$NON-NLS-1$
	}
}
