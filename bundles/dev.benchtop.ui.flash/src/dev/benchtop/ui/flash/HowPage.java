package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Work;

/** How: verification, the expected digest, what comes after; then the plan in plain words and the line that does the same. */
final class HowPage extends WizardPage {

	private static final int DIGEST_DIGITS = 64;

	private final FlashRoom room;
	private final FlashSettings settings;
	private Button verify;
	private Button thenOn;
	private Text sha256;
	private Text plan;
	private CommandLine command;
	private int question;

	HowPage(FlashRoom room, FlashSettings settings) {
		super("how", Messages.HowPage_title, null); //$NON-NLS-1$
		this.room = room;
		this.settings = settings;
		setDescription(Messages.HowPage_description);
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(page);
		verify = check(page, Messages.HowPage_verify);
		verify.setSelection(settings.verify());
		thenOn = check(page, Messages.HowPage_thenOn);
		new Label(page, SWT.NONE).setText(Messages.HowPage_checksum);
		sha256 = new Text(page, SWT.BORDER);
		sha256.setMessage(Messages.HowPage_checksumHint);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(sha256);
		sha256.addModifyListener(_ -> changed());
		heading(page, Messages.HowPage_plan);
		plan = new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		plan.setBackground(page.getBackground());
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(400, 100).applyTo(plan);
		heading(page, Messages.HowPage_command);
		command = CommandLine.create(page, ""); //$NON-NLS-1$
		setControl(page);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			final boolean switchable = settings.flasher().map(Node::board)
					.map(board -> board.allNodes().stream().anyMatch(node -> node.offers(Power.class))).orElse(false);
			thenOn.setEnabled(switchable);
			changed();
		}
	}

	private void changed() {
		settings.verify(verify.getSelection());
		settings.thenOn(thenOn.getSelection() && thenOn.isEnabled());
		settings.sha256(sha256.getText());
		question++;
		setErrorMessage(null);
		setMessage(settings.verify() ? null : Messages.HowPage_verifyOff, WARNING);
		setPageComplete(false);
		if (!settings.complete()) {
			return;
		}
		command.set(settings.commandLine());
		final int digits = settings.sha256().length();
		if (digits != 0 && (digits != DIGEST_DIGITS || !settings.sha256().matches("\\p{XDigit}+"))) { //$NON-NLS-1$
			setErrorMessage(NLS.bind(Messages.HowPage_checksumInvalid, digits));
			return;
		}
		plan.setText(Messages.HowPage_planning);
		final int asked = question;
		final var orders = settings.orders();
		Work.quietly(Messages.HowPage_planning, _ -> plan(orders, asked));
	}

	private void plan(List<FlashTask.Flash> orders, int asked) {
		try {
			final var steps = new ArrayList<String>();
			for (final var order : orders) {
				if (orders.size() > 1) {
					steps.add(FlashWords.place(order));
				}
				room.queue().flashing().plan(order.flasher(), order.request()).steps().forEach(step -> steps.add("\u2022  " + step)); //$NON-NLS-1$
			}
			final String text = String.join("\n", steps); //$NON-NLS-1$
			onPage(asked, () -> {
				plan.setText(text);
				setPageComplete(true);
			});
		} catch (BenchException e) {
			onPage(asked, () -> {
				plan.setText(""); //$NON-NLS-1$
				setErrorMessage(e.getMessage());
			});
		}
	}

	private void onPage(int asked, Runnable action) {
		room.display().asyncExec(() -> {
			if (asked == question && !plan.isDisposed()) {
				action.run();
			}
		});
	}

	private Button check(Composite page, String label) {
		final var button = new Button(page, SWT.CHECK);
		button.setText(label);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed()));
		return button;
	}

	private static void heading(Composite page, String text) {
		final var label = new Label(page, SWT.NONE);
		label.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(label);
	}
}
