package dev.benchtop.ui.display;

import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.RfbClient;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Work;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** A tab that shows the screen of a board. Its secondary id says which. */
public final class DisplayView {

	/** The id of the view; the secondary id is {@code BOARD/NODE}. */
	public static final String ID = "dev.benchtop.ui.display.view"; //$NON-NLS-1$

	private static final String EXACT = "exact"; //$NON-NLS-1$
	private static final String FOLLOW = "follow"; //$NON-NLS-1$
	private static final String VIEW_ONLY = "viewOnly"; //$NON-NLS-1$
	private static final int SECOND = 1000;

	private final BenchSession session;
	private final MPart part;
	private final EPartService parts;
	private final DisplayAddress address;
	private final PartVisibility visibility;
	private Display display;
	private DisplayBar bar;
	private Composite stack;
	private NoticePage notice;
	private ScreenCanvas screen;
	private Keyboard keyboard;
	private DisplayConnection connection;
	private DisplayNotices notices;
	private Painter painter;
	private Following following;
	private FullScreen fullScreen;
	private Bench.Subscription subscription;
	private volatile Framebuffer shown;
	private volatile boolean capsLock;
	private boolean keepsSize;
	private boolean viewOnly;
	private int rate;

	@Inject
	DisplayView(BenchSession session, MPart part, EPartService parts) {
		this.session = session;
		this.part = part;
		this.parts = parts;
		this.visibility = new PartVisibility(part, seen -> connection.pause(!seen));
		final String id = part.getElementId();
		this.address = DisplayAddress.parse(id.substring(id.indexOf(':') + 1));
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		part.setLabel(NLS.bind(Messages.DisplayView_title, address.board(), address.node().substring(address.node().lastIndexOf('.') + 1)));
		part.setTooltip(address.toString());
		final boolean exact = Boolean.parseBoolean(part.getPersistedState().get(EXACT));
		final boolean follow = Boolean.parseBoolean(part.getPersistedState().get(FOLLOW));
		viewOnly = Boolean.parseBoolean(part.getPersistedState().get(VIEW_ONLY));
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new DisplayBar(parent, new Doings(), exact, follow, viewOnly);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		notice = new NoticePage(stack);
		screen = new ScreenCanvas(stack);
		screen.exact(exact);
		painter = new Painter(display, screen);
		keyboard = new Keyboard(screen.canvas(), this::typeTo, new Keys());
		final var pointer = new Pointer(screen, this::typeTo);
		connection = new DisplayConnection(new DisplayEar(display, screen, painter, pointer, new Tab()), () -> onUi(this::update),
				Passwords.in(PlatformUI.getWorkbench().getService(SecretStore.class)));
		following = new Following(screen, () -> connection.client(), follow);
		notices = new DisplayNotices(address, connection);
		parts.addPartListener(visibility);
		subscription = session.onChange(this::update);
		update();
		tick();
	}

	@Focus
	void focus() {
		top().setFocus();
	}

	@PreDestroy
	void dispose() {
		if (fullScreen != null) {
			fullScreen.leave();
		}
		parts.removePartListener(visibility);
		subscription.close();
		connection.close();
		painter.close();
	}

	private void update() {
		if (bar.control().isDisposed()) {
			return;
		}
		final var node = session.bench().filter(Bench::trusted).flatMap(address::in);
		connection.follow(node);
		node.ifPresent(found -> connection.said(found.state().level()));
		if (connection.client().isPresent()) {
			show(screen);
		} else {
			if (fullScreen != null) {
				fullScreen.leave();
			}
			final boolean asks = notice.show(notices.of(session.bench()));
			show(notice);
			if (asks && part.equals(parts.getActivePart())) {
				notice.setFocus();
			}
		}
		status();
	}

	private void show(Control page) {
		final var layout = (StackLayout) stack.getLayout();
		if (layout.topControl != page) {
			final boolean focused = layout.topControl != null && part.equals(parts.getActivePart());
			layout.topControl = page;
			stack.layout();
			if (focused) {
				focus();
			}
		}
	}

	private Control top() {
		return ((StackLayout) stack.getLayout()).topControl == screen ? screen.canvas() : notice;
	}

	/** Who takes keys and pointer. */
	private Optional<RfbClient> typeTo() {
		return viewOnly ? Optional.empty() : connection.client();
	}

	private void tick() {
		if (!bar.control().isDisposed()) {
			status(screen.paints());
			display.timerExec(SECOND, this::tick);
		}
	}

	private void status(int paints) {
		rate = paints;
		status();
	}

	private void status() {
		final var zoom = screen.zoom();
		bar.resizable(connection.client().map(RfbClient::takesSize).orElse(false));
		if (connection.client().isEmpty() || zoom.isEmpty()) {
			bar.say(""); //$NON-NLS-1$
			return;
		}
		final String keys = viewOnly ? Messages.DisplayView_viewOnly : keyboard.grabbed() ? Messages.DisplayView_grabbed : Messages.DisplayView_free;
		bar.say(NLS.bind(Messages.DisplayView_status, new Object[] {Integer.toString(zoom.get().width()), Integer.toString(zoom.get().height()),
				Integer.toString(zoom.get().percent(screen.deviceZoom())), Integer.toString(rate), keys, capsLock ? Messages.DisplayView_capsLock : "", keepsSize ? Messages.DisplayView_keepsSize : ""})); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void onUi(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!bar.control().isDisposed()) {
					action.run();
				}
			});
		}
	}

	/** What the display tells besides its pixels. */
	private final class Tab implements DisplayEar.Tab {

		@Override
		public void appeared(Framebuffer next) {
			shown = next;
			connection.greeted();
			onUi(() -> {
				keepsSize = false;
				update();
			});
		}

		@Override
		public void named(String name) {
			onUi(() -> part.setTooltip(NLS.bind(Messages.DisplayView_tooltip, address, name)));
		}

		@Override
		public void capsLock(boolean on) {
			capsLock = on;
			onUi(DisplayView.this::status);
		}

		@Override
		public void resizable() {
			onUi(() -> {
				keepsSize = false;
				following.renew();
				status();
			});
		}

		@Override
		public void sizeRefused() {
			onUi(() -> {
				keepsSize = true;
				status();
			});
		}
	}

	/** Keys that are not the board's, and whether they are. */
	private final class Keys implements Keyboard.Owner {

		@Override
		public void grabbed(boolean grabbed) {
			status();
		}

		@Override
		public void fullScreen() {
			new Doings().fullScreen();
		}
	}

	/** What the buttons of the bar do. */
	private final class Doings implements DisplayBar.Doings {

		@Override
		public void exact(boolean exact) {
			screen.exact(exact);
			part.getPersistedState().put(EXACT, Boolean.toString(exact));
			status();
		}

		@Override
		public void follow(boolean follow) {
			keepsSize = false;
			following.on(follow);
			part.getPersistedState().put(FOLLOW, Boolean.toString(follow));
			status();
		}

		@Override
		public void fullScreen() {
			if (fullScreen != null) {
				fullScreen.leave();
			} else if (connection.client().isPresent()) {
				fullScreen = new FullScreen(screen, part.getLabel(), this::back);
			}
		}

		private void back() {
			fullScreen = null;
			if (!stack.isDisposed()) {
				stack.layout();
				focus();
			}
		}

		@Override
		public void send(Combination combination) {
			typeTo().ifPresent(combination::send);
		}

		@Override
		public void typeClipboard() {
			typeTo().ifPresent(client -> DesktopClipboard.text(display).ifPresent(text -> {
				final var presses = Typist.presses(text, client.takesScancodes());
				Work.start(NLS.bind(Messages.DisplayView_typing, address.board()), progress -> new Typist(client, progress).type(presses));
			}));
		}

		@Override
		public void giveClipboard() {
			typeTo().ifPresent(client -> DesktopClipboard.text(display).ifPresent(client::cutText));
		}

		@Override
		public void picture() {
			if (shown != null) {
				PictureFile.save(bar.control().getShell(), address.board(), shown);
			}
		}

		@Override
		public void viewOnly(boolean only) {
			keyboard.releaseAll();
			viewOnly = only;
			part.getPersistedState().put(VIEW_ONLY, Boolean.toString(only));
			status();
		}
	}
}
