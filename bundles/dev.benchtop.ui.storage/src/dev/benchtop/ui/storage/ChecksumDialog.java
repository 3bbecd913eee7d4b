package dev.benchtop.ui.storage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.storage.Checksums;
import dev.benchtop.core.storage.Checksums.Algorithm;
import dev.benchtop.ui.CommandLine;

/** The digests of a file, each made when it is asked for, and a field for the one that it should be. */
final class ChecksumDialog extends TargetDialog {

	private static final int DIGEST_WIDTH = 560;
	private static final int STEPS = 1000;

	private final Map<Algorithm, Text> results = new EnumMap<>(Algorithm.class);
	private final Map<Algorithm, Button> buttons = new EnumMap<>(Algorithm.class);
	private Text expected;
	private Label verdict;
	private ProgressBar bar;
	private CommandLine line;
	private volatile long done;
	private boolean running;

	ChecksumDialog(Shell parent, StorageRoom room, Target target) {
		super(parent, room, target, Messages.Checksum_title);
	}

	@Override
	void fill(Composite dialog) {
		final var area = new Composite(dialog, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 8).applyTo(area);
		for (final var algorithm : Algorithm.values()) {
			row(area, algorithm);
		}
		new Label(area, SWT.NONE).setText(Messages.Checksum_expected);
		expected = new Text(area, SWT.BORDER);
		expected.setFont(JFaceResources.getTextFont());
		expected.setMessage(Messages.Checksum_expectedHint);
		expected.addModifyListener(_ -> compare());
		Accessibles.name(expected, Messages.Checksum_expected);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(expected);
		verdict = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(verdict);
		bar = new ProgressBar(area, SWT.SMOOTH);
		bar.setMaximum(STEPS);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(SWT.DEFAULT, 6).applyTo(bar);
		line = line(dialog, CommandLine.of("hash", target.place().text())); //$NON-NLS-1$
		start(Algorithm.SHA256);
	}

	private void row(Composite area, Algorithm algorithm) {
		new Label(area, SWT.NONE).setText(algorithm.label() + ':');
		final var text = new Text(area, SWT.READ_ONLY | SWT.BORDER);
		text.setFont(JFaceResources.getTextFont());
		Accessibles.name(text, algorithm.label());
		GridDataFactory.fillDefaults().grab(true, false).hint(DIGEST_WIDTH, SWT.DEFAULT).applyTo(text);
		final var button = new Button(area, SWT.PUSH);
		button.setText(Messages.Checksum_compute);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
			if (text.getText().isEmpty()) {
				start(algorithm);
			} else {
				CommandLine.copy(text.getText(), text);
			}
		}));
		GridDataFactory.fillDefaults().hint(90, SWT.DEFAULT).applyTo(button);
		results.put(algorithm, text);
		buttons.put(algorithm, button);
	}

	private void start(Algorithm algorithm) {
		running = true;
		done = 0;
		buttons.values().forEach(button -> button.setEnabled(false));
		line.set(CommandLine.of("hash", "--algo", algorithm.name().toLowerCase(Locale.ROOT), target.place().text())); //$NON-NLS-1$ //$NON-NLS-2$
		bar.setVisible(true);
		tick();
		Thread.ofPlatform().daemon().name("Storage checksum").start(() -> digest(algorithm)); //$NON-NLS-1$
	}

	private void digest(Algorithm algorithm) {
		String digest = ""; //$NON-NLS-1$
		String failure = ""; //$NON-NLS-1$
		try {
			digest = Checksums.of(room.locate(target.place()), algorithm, new Progress() {
				@Override
				public CancelToken token() {
					return token;
				}

				@Override
				public void advance(long bytes) {
					done += bytes;
				}
			});
		} catch (BenchException e) {
			failure = e.isCancelled() ? "" : e.what() + e.why().map(why -> ": " + why).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		final String made = digest;
		final String why = failure;
		if (!token.isCancelled()) {
			room.display().asyncExec(() -> ended(algorithm, made, why));
		}
	}

	private void ended(Algorithm algorithm, String digest, String failure) {
		if (expected.isDisposed()) {
			return;
		}
		running = false;
		bar.setVisible(false);
		results.get(algorithm).setText(digest);
		buttons.forEach((each, button) -> {
			button.setEnabled(true);
			button.setText(results.get(each).getText().isEmpty() ? Messages.Checksum_compute : Messages.Checksum_copy);
		});
		verdict.setText(failure);
		if (failure.isEmpty()) {
			compare();
		}
	}

	private void compare() {
		final String wanted = expected.getText().strip().toLowerCase(Locale.ROOT);
		if (wanted.isEmpty()) {
			verdict.setText(""); //$NON-NLS-1$
			return;
		}
		final var algorithm = of(wanted);
		if (algorithm == null) {
			verdict.setText(Messages.Checksum_noDigest);
		} else if (results.get(algorithm).getText().isEmpty()) {
			verdict.setText(NLS.bind(Messages.Checksum_computing, algorithm.label()));
			if (!running) {
				start(algorithm);
			}
		} else {
			verdict.setText(NLS.bind(results.get(algorithm).getText().equals(wanted) ? Messages.Checksum_same : Messages.Checksum_different, algorithm.label()));
		}
	}

	/** The kind of a digest by its length; null where it is none. */
	static Algorithm of(String digest) {
		return !digest.matches("[0-9a-f]+") ? null : switch (digest.length()) { //$NON-NLS-1$
			case 32 -> Algorithm.MD5;
			case 40 -> Algorithm.SHA1;
			case 64 -> Algorithm.SHA256;
			default -> null;
		};
	}

	private void tick() {
		if (running && !bar.isDisposed()) {
			bar.setSelection(target.size() == 0 ? 0 : (int) Math.min(STEPS, done * STEPS / target.size()));
			bar.getDisplay().timerExec(100, this::tick);
		}
	}
}
