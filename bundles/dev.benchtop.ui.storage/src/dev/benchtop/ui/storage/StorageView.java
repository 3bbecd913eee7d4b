package dev.benchtop.ui.storage;

import java.util.Optional;

import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.bench.Bench.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The storages of the bench with their folders, and the files of the folder that is open. */
public final class StorageView {

	/** The id of the view. */
	public static final String ID = "dev.benchtop.ui.storage.view"; //$NON-NLS-1$

	private static final String PROPERTIES = "org.eclipse.ui.file.properties"; //$NON-NLS-1$
	private static final String PLACE = "place"; //$NON-NLS-1$
	private static final String PREVIEW = "preview"; //$NON-NLS-1$

	private final StorageRoom room;
	private final MPart part;
	private final EHandlerService handlers;
	private Browser browser;
	private Subscription subscription;

	@Inject
	StorageView(StorageRoom room, MPart part, EHandlerService handlers) {
		this.room = room;
		this.handlers = handlers;
		this.part = part;
	}

	@PostConstruct
	void create(Composite parent) {
		parent.setLayout(new FillLayout());
		browser = new Browser(parent, room);
		room.transfers().follow();
		browser.showPreview(Boolean.parseBoolean(part.getPersistedState().get(PREVIEW)));
		browser.begin(Optional.ofNullable(part.getPersistedState().get(PLACE)).map(Place::parse));
		browser.onPlace(place -> part.getPersistedState().put(PLACE, place.text()));
		browser.onPreview(shown -> part.getPersistedState().put(PREVIEW, shown.toString()));
		subscription = room.session().onChange(browser::benchChanged);
		handlers.activateHandler(PROPERTIES, new PropertiesHandler(browser)); // the workbench takes its key before the table gets it
		part.getTransientData().put(Browser.class.getName(), browser);
	}

	@Focus
	void focus() {
		browser.setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
	}
}
