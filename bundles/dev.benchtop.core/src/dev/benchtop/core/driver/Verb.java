package dev.benchtop.core.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/**
 * One thing that can be done with a node. Menu, toolbar, context menu and {@code benchtop do BOARD/NODE VERB} come from the same list.
 *
 * @param id stable, for the command line: {@code on}
 * @param label for people, without an ellipsis
 * @param parameters what it asks for
 * @param danger how much care it wants
 * @param whyNot the reason why it is not possible now; empty where it is
 * @param action what it does, off the UI thread
 * @param loss what is lost by it, a sentence; empty where nothing is, or what the node holds says it all
 */
public record Verb(String id, String label, List<Parameter> parameters, Danger danger, Optional<String> whyNot, Action action, String loss) {

	/** How much care a verb wants. */
	public enum Danger {
		/** Does no harm. */
		NONE,
		/** Interrupts what runs on the board. */
		INTERRUPTS,
		/** Loses data; it is named before it is done. */
		DESTROYS
	}

	/**
	 * One thing that a verb asks for.
	 *
	 * @param type one of the types that {@link Option} allows
	 * @param value the proposal, written as in a bench file
	 */
	public record Parameter(String id, String label, Class<?> type, String value) {
	}

	/** Does it; gets one value per parameter, of the parameter's type, by its id. */
	@FunctionalInterface
	public interface Action {
		void run(Map<String, Object> values, Progress progress) throws BenchException;
	}

	public Verb {
		parameters = List.copyOf(parameters);
	}

	/** A verb of which there is no more to say than its label. */
	public Verb(String id, String label, List<Parameter> parameters, Danger danger, Optional<String> whyNot, Action action) {
		this(id, label, parameters, danger, whyNot, action, ""); //$NON-NLS-1$
	}
}
