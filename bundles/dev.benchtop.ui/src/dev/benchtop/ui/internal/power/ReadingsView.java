package dev.benchtop.ui.internal.power;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Nodes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** What the power meters of the selected boards read, now and in the last minutes. */
public final class ReadingsView {

	public static final String ID = "dev.benchtop.ui.power.view"; //$NON-NLS-1$

	private static final int PERIOD_MILLIS = 500;

	private final BenchSession session;
	private final Map<String, Meter> meters = new HashMap<>();
	private final Map<String, MeterRow> rows = new LinkedHashMap<>();
	private ScrolledComposite scroller;
	private Composite content;
	private List<String> shown;
	private Subscription subscription;

	@Inject
	ReadingsView(BenchSession session) {
		this.session = session;
	}

	@PostConstruct
	void create(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		content = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
		scroller.setContent(content);
		subscription = session.onChange(this::refresh);
		refresh();
		tick();
	}

	@Focus
	void focus() {
		scroller.setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
		meters.values().forEach(Meter::close);
	}

	/** The switches with a meter of a selection. */
	static List<Node> metered(List<?> selection) {
		return Nodes.of(selection, Power.class).stream().filter(node -> node.peek(Power.class).filter(Power::metered).isPresent()).toList();
	}

	private void refresh() {
		if (scroller.isDisposed()) {
			return;
		}
		final List<String> now = metered(session.selection()).stream().map(Nodes::address).toList();
		if (!now.equals(shown)) {
			shown = now;
			fill();
		}
	}

	private void fill() {
		for (final Control child : content.getChildren()) {
			child.dispose();
		}
		rows.clear();
		for (final String address : shown) {
			rows.put(address, new MeterRow(content, address, meters.computeIfAbsent(address, _ -> new Meter(address, () -> power(address)))));
		}
		if (rows.isEmpty()) {
			final var label = new Label(content, SWT.WRAP | SWT.CENTER);
			label.setText(Messages.ReadingsView_none);
			GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).applyTo(label);
		}
		layout();
	}

	private void layout() {
		content.layout(true, true);
		scroller.setMinSize(content.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private Optional<Power> power(String address) {
		final int slash = address.indexOf('/');
		return session.bench().flatMap(bench -> bench.findBoard(address.substring(0, slash))).flatMap(board -> board.node(address.substring(slash + 1)))
				.flatMap(node -> node.peek(Power.class));
	}

	/** Meters that nobody sees are not read. */
	private void tick() {
		if (scroller.isDisposed()) {
			return;
		}
		final boolean visible = scroller.isVisible();
		meters.forEach((address, meter) -> meter.lookedAt(visible && rows.containsKey(address)));
		if (visible) {
			boolean resized = false;
			for (final var row : rows.values()) {
				resized |= row.refresh();
			}
			if (resized) {
				layout();
			}
		}
		scroller.getDisplay().timerExec(PERIOD_MILLIS, this::tick);
	}
}
