package dev.benchtop.ui.storage;

import org.eclipse.e4.core.di.annotations.Execute;

/** The workbench's key of properties, for what is selected in a browser. */
public final class PropertiesHandler {

	private final Browser browser;

	PropertiesHandler(Browser browser) {
		this.browser = browser;
	}

	/** Shows them where one thing is selected. */
	@Execute
	public void execute() {
		browser.actions().properties.run(browser.tree().control().isFocusControl() ? browser.chosenInTree() : browser.chosen());
	}
}
