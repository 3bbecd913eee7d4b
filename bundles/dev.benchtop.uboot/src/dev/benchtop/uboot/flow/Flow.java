package dev.benchtop.uboot.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Runs stages in order. A stage that failed is tried again, from where the board still is: from power-on where it is nowhere of use. */
final class Flow {

	private static final int LINES = 20;

	private final Session session;
	private final UbootFlasherConfig config;
	private final Log log;
	private final Set<Stage> done = new HashSet<>();
	private int retries;

	Flow(Session session, UbootFlasherConfig config, Log log) {
		this.session = session;
		this.config = config;
		this.log = log;
	}

	/** Runs all; those that bring the board to where it is already are passed over. */
	void run(List<Stage> stages) throws BenchException {
		int next = first(stages);
		while (next < stages.size()) {
			final Stage stage = stages.get(next);
			if (stage.lasting() && done.contains(stage)) {
				next++;
				continue;
			}
			try {
				log.token().check();
				log.begin(stage.phase(), -1);
				stage.work().run();
				session.at(stage.leaves());
				done.add(stage);
				next++;
			} catch (BenchException e) {
				next = again(stages, next, e);
			}
		}
	}

	/** Behind the stages that bring a board to the shell in which it is. */
	private int first(List<Stage> stages) throws BenchException {
		for (int i = 0; i < stages.size(); i++) {
			if (stages.get(i).needs() == Place.SYSTEM && session.stillAt(Place.SYSTEM)) {
				return i;
			}
		}
		return 0;
	}

	private int again(List<Stage> stages, int failed, BenchException failure) throws BenchException {
		log.token().check();
		final Stage stage = stages.get(failed);
		final BenchException told = told(stage, failure);
		if (session.isSettled(failure) || retries >= config.retries()) {
			throw told;
		}
		retries++;
		log.message(NLS.bind(Messages.Flow_again, new Object[] {stage.phase().label(), failure.what(), Integer.toString(retries), Integer.toString(config.retries())}));
		session.script().pause(config.retryPause());
		if (stage.needs() != Place.STARTING && stillAt(stage.needs())) {
			return failed;
		}
		session.at(Place.ANYWHERE);
		return 0;
	}

	private boolean stillAt(Place needed) throws BenchException {
		try {
			return session.stillAt(needed);
		} catch (BenchException e) {
			log.token().check();
			return false;
		}
	}

	/** The error, which says at which stage it was and what the board said last. */
	private BenchException told(Stage stage, BenchException failure) {
		final String last = session.script().lastLines(LINES);
		final String why = failure.why().orElse(""); //$NON-NLS-1$
		final String words = last.isEmpty() || plain(why).contains(plain(last)) ? why : (why + '\n' + NLS.bind(Messages.Flow_said, last.indent(2).stripTrailing())).strip();
		final String what = NLS.bind(Messages.Flow_failed, stage.phase().label(), failure.what());
		final var told = failure.kind() == BenchException.Kind.USAGE ? BenchException.usage(what) : BenchException.failed(what);
		told.where(session.board());
		if (!words.isEmpty()) {
			told.why(words);
		}
		failure.next().ifPresent(told::next);
		return told.build();
	}

	private static String plain(String words) {
		return words.replaceAll("\\s+", " ").strip(); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
