package dev.benchtop.ui.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.FoundHardware;
import dev.benchtop.ui.FoundHardware.Thing;
import dev.benchtop.ui.Icons;

/** Asks for a port and its speed: for a console of its own, or for a new board with it. */
final class NewConsoleDialog extends TitleAreaDialog {

	private static final String NODE = "console"; //$NON-NLS-1$
	private static final String TYPE = "serial"; //$NON-NLS-1$
	private static final String PORT = "port"; //$NON-NLS-1$
	private static final String[] SPEEDS = {"9600", "38400", "57600", "115200", "230400", "460800", "921600", "1500000", "3000000", "4000000"}; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
	private static final String USUAL = "115200"; //$NON-NLS-1$
	private static final int HEIGHT = 130;

	private final BenchSession session;
	private List<Found> found = List.of();
	private Table ports;
	private Text port;
	private Combo speed;
	private Button write;
	private Text name;

	NewConsoleDialog(Shell parent, BenchSession session) {
		super(parent);
		this.session = session;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.NewConsoleDialog_title);
	}

	@Override
	protected Point getInitialSize() {
		final Point least = super.getInitialSize();
		return new Point(Math.max(620, least.x), least.y);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(Messages.NewConsoleDialog_title);
		setMessage(Messages.NewConsoleDialog_message);
		final var area = (Composite) super.createDialogArea(parent);
		final var form = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
		createPorts(form);
		label(form, Messages.NewConsoleDialog_port);
		port = new Text(form, SWT.BORDER);
		port.setMessage(Messages.NewConsoleDialog_portHint);
		port.addModifyListener(_ -> check());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(port);
		label(form, Messages.NewConsoleDialog_speed);
		speed = new Combo(form, SWT.DROP_DOWN);
		speed.setItems(SPEEDS);
		speed.setText(USUAL);
		speed.addModifyListener(_ -> check());
		createBoard(form);
		say(Messages.NewConsoleDialog_searching);
		final var hardware = new FoundHardware(form.getDisplay(), finder -> finder.kind().equals(PORT), this::show);
		form.addListener(SWT.Dispose, _ -> hardware.close());
		return area;
	}

	private void createPorts(Composite form) {
		final var title = label(form, Messages.NewConsoleDialog_ports);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(title);
		ports = new Table(form, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(ports);
		column(260);
		column(230);
		ports.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> choose()));
		ports.addListener(SWT.DefaultSelection, _ -> {
			if (getButton(OK).isEnabled()) {
				okPressed();
			}
		});
	}

	private void column(int width) {
		new TableColumn(ports, SWT.NONE).setWidth(width);
	}

	private void createBoard(Composite form) {
		write = new Button(form, SWT.CHECK);
		write.setText(Messages.NewConsoleDialog_write);
		write.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> check()));
		GridDataFactory.fillDefaults().applyTo(write);
		name = new Text(form, SWT.BORDER);
		name.setMessage(Messages.NewConsoleDialog_nameHint);
		name.addModifyListener(_ -> check());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		if (session.bench().isEmpty()) {
			write.setEnabled(false);
			write.setText(Messages.NewConsoleDialog_noBench);
		}
		name.setEnabled(false);
	}

	private static Label label(Composite form, String words) {
		final var label = new Label(form, SWT.NONE);
		label.setText(words);
		return label;
	}

	/** Shows the ports that are there now. What is chosen or written stays, though its port is gone: it may come back. */
	private void show(List<Thing> things) {
		if (ports.isDisposed()) {
			return;
		}
		found = things.stream().map(Thing::found).toList();
		ports.removeAll();
		for (final Found each : found) {
			final var item = new TableItem(ports, SWT.NONE);
			item.setImage(Icons.image(NewConsoleDialog.class, PORT));
			item.setText(new String[] {each.label(), each.detail()});
		}
		if (found.isEmpty()) {
			say(Messages.NewConsoleDialog_none);
		} else if (port.getText().isEmpty()) {
			ports.select(0);
			choose();
		} else {
			ports.select(found.stream().map(NewConsoleDialog::address).toList().indexOf(port.getText().strip()));
		}
	}

	private void say(String words) {
		new TableItem(ports, SWT.NONE).setText(words);
	}

	private void choose() {
		final int at = ports.getSelectionIndex();
		if (at >= 0 && at < found.size()) {
			port.setText(address(found.get(at)));
		}
	}

	private static String address(Found found) {
		return found.config().getOrDefault(PORT, found.id()).toString();
	}

	private void check() {
		if (getButton(OK) == null) {
			return;
		}
		name.setEnabled(write.getSelection());
		final String error = whyNot();
		setErrorMessage(error.isEmpty() || port.getText().isBlank() ? null : error);
		getButton(OK).setEnabled(error.isEmpty());
	}

	private String whyNot() {
		if (port.getText().isBlank()) {
			return Messages.NewConsoleDialog_noPort;
		}
		final String noSpeed = LinesMenu.whyNoBaudRate(speed.getText());
		if (noSpeed != null) {
			return noSpeed;
		}
		if (write.getSelection() && name.getText().isBlank()) {
			return Messages.NewConsoleDialog_noName;
		}
		final boolean taken = write.getSelection() && session.bench().flatMap(bench -> bench.findBoard(name.getText().strip())).isPresent();
		return taken ? NLS.bind(Messages.NewConsoleDialog_taken, name.getText().strip()) : ""; //$NON-NLS-1$
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.NewConsoleDialog_open, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	@Override
	protected void okPressed() {
		final var address = new PortAddress(port.getText().strip(), Integer.parseInt(speed.getText().strip()));
		if (write.getSelection()) {
			try {
				final Bench bench = session.bench().orElseThrow();
				ConsoleTabs.open(writeBoard(bench, name.getText().strip(), address));
			} catch (BenchException e) {
				setErrorMessage(e.what() + e.why().map(why -> ": " + why).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
				return;
			}
		} else {
			ConsoleTabs.open(ConsoleAddress.of(address));
		}
		super.okPressed();
	}

	/** Writes the file of a board with this port; the bench sees it by itself. */
	static ConsoleAddress writeBoard(Bench bench, String board, PortAddress address) throws BenchException {
		final Map<String, Object> config = new LinkedHashMap<>();
		config.put(PORT, address.port());
		config.put("baudrate", address.baudrate()); //$NON-NLS-1$
		BenchEditor.create(bench.folder(), board, BenchEditor.render(board, "", NODE, TYPE, config)); //$NON-NLS-1$
		return new ConsoleAddress(board, NODE);
	}
}
