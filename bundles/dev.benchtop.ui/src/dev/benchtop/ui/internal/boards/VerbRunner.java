package dev.benchtop.ui.internal.boards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Preferences;

/** Runs a verb on one node or on several at once: asks what there is to ask, then works in the background. */
public final class VerbRunner {

	private VerbRunner() {
	}

	/** Runs verbs of one id; those that are not possible now are left out. On the UI thread. */
	public static void run(List<NodeVerb> verbs) {
		final var possible = verbs.stream().filter(each -> each.verb().whyNot().isEmpty()).toList();
		if (possible.isEmpty()) {
			return;
		}
		final Verb verb = possible.getFirst().verb();
		Map<String, Object> values = proposals(verb);
		if (asks(verb)) {
			final var dialog = new VerbDialog(Errors.shell(), possible);
			if (dialog.open() != Window.OK) {
				return;
			}
			values = dialog.values();
		}
		if (possible.size() == 1) {
			final var each = possible.getFirst();
			final Map<String, Object> given = values;
			Work.start(title(each), progress -> run(each, given, progress));
		} else {
			new VerbTogether(possible, values).start();
		}
	}

	/** The line of the command line that does the same; where it cannot name several boards, that of the first. */
	static String commandLine(List<NodeVerb> verbs, Map<String, Object> values) {
		final var first = verbs.getFirst();
		final var words = new ArrayList<String>();
		if (verbs.size() > 1 && verbs.stream().allMatch(each -> each.node().offers(Power.class))) {
			words.add("power"); //$NON-NLS-1$
			verbs.forEach(each -> words.add(Nodes.address(each.node())));
			words.add(first.verb().id());
			values.forEach((key, value) -> words.addAll(List.of("--" + key, ConfigSchema.formatValue(value)))); //$NON-NLS-1$
		} else {
			words.addAll(List.of("do", Nodes.address(first.node()), first.verb().id())); //$NON-NLS-1$
			values.forEach((key, value) -> words.add(key + '=' + ConfigSchema.formatValue(value)));
			if (first.verb().danger() == Danger.DESTROYS) {
				words.add("--yes"); //$NON-NLS-1$
			}
		}
		words.add("--bench"); //$NON-NLS-1$
		words.add(first.node().board().bench().folder().toString());
		return CommandLine.of(words);
	}

	private static boolean asks(Verb verb) {
		return switch (verb.danger()) {
			case DESTROYS -> true;
			case INTERRUPTS -> Preferences.confirmInterrupts() || hasOpenQuestion(verb);
			case NONE -> !verb.parameters().isEmpty();
		};
	}

	private static boolean hasOpenQuestion(Verb verb) {
		return verb.parameters().stream().anyMatch(parameter -> parameter.value().isEmpty());
	}

	private static Map<String, Object> proposals(Verb verb) {
		final var values = new LinkedHashMap<String, Object>();
		if (!hasOpenQuestion(verb)) {
			verb.parameters().forEach(parameter -> values.put(parameter.id(), ConfigSchema.parseValue(parameter.type(), parameter.value())));
		}
		return values;
	}

	static String title(NodeVerb each) {
		return NLS.bind(Messages.VerbRunner_title, Nodes.address(each.node()), each.verb().label());
	}

	/** Does it, while the node shows that. */
	static void run(NodeVerb each, Map<String, Object> values, Progress progress) throws BenchException {
		final var node = each.node();
		final boolean quiet = node.state().level() != NodeState.Level.BUSY;
		if (quiet) {
			node.board().overlay(node.path(), new NodeState(NodeState.Level.BUSY, NLS.bind(Messages.VerbRunner_running, each.verb().label()), "")); //$NON-NLS-1$
		}
		try {
			each.verb().action().run(values, progress);
		} finally {
			if (quiet) {
				node.board().overlay(node.path(), NodeState.UNKNOWN);
			}
		}
	}
}
