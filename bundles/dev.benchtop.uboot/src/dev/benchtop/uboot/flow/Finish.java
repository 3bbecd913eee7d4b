package dev.benchtop.uboot.flow;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.console.Script.Expectation;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.uboot.flow.UbootFlasherConfig.After;

/** Leaves the board as it was told. */
final class Finish {

	private static final Pattern RESTARTING = Pattern.compile("(?i)restarting system|reboot: |U-Boot|rebooting"); //$NON-NLS-1$

	private final Session session;
	private final UbootFlasher flasher;
	private final Log log;

	Finish(Session session, UbootFlasher flasher, Log log) {
		this.session = session;
		this.flasher = flasher;
		this.log = log;
	}

	/** After a flash that went well; the board is kept where it is for another one. */
	void well(boolean followed) throws BenchException {
		log.begin(Stages.FINISH, -1);
		leave(followed ? After.KEEP : flasher.config().after(), log.token());
	}

	private void leave(After after, CancelToken token) throws BenchException {
		switch (after) {
		case POWER_OFF -> session.power().off(token);
		case REBOOT -> {
			if (session.place() == Place.SYSTEM) {
				session.shell().leave("reboot -f 2>/dev/null || reboot"); //$NON-NLS-1$
				session.script().await(flasher.config().timeouts().off(), new Expectation.Regex(RESTARTING));
			} else {
				session.power().cycle(flasher.config().timeouts().off(), token);
			}
		}
		case KEEP -> flasher.left(session.place() == Place.SYSTEM ? Optional.of(session.shell().prompt()) : Optional.empty());
		}
	}

	/** After one that broke off: the error says what the board and its target are left as. */
	BenchException broken(BenchException failure, Outcome outcome) {
		final String words = Left.words(outcome) + ' ' + (session.script().taken() ? Messages.Finish_taken : left());
		if (failure.isCancelled()) {
			return BenchException.cancelled(words);
		}
		final var told = failure.kind() == BenchException.Kind.USAGE ? BenchException.usage(failure.what()) : BenchException.failed(failure.what());
		failure.where().ifPresent(told::where);
		failure.why().ifPresent(told::why);
		return told.next(failure.next().map(next -> next + '\n' + words).orElse(words)).build();
	}

	private String left() {
		try {
			session.uncancelled();
			return leftAs();
		} catch (BenchException e) {
			return Messages.Finish_unknown + ' ' + e.getMessage();
		}
	}

	private String leftAs() throws BenchException {
		final After after = flasher.config().onBreak();
		final boolean atPrompt = after == After.KEEP && (session.stillAt(Place.SYSTEM) || session.stillAt(Place.BOOTLOADER));
		if (after == After.KEEP && !atPrompt) {
			session.power().off(CancelToken.none());
			return Messages.Finish_off;
		}
		leave(after, CancelToken.none());
		return switch (after) {
		case POWER_OFF -> Messages.Finish_off;
		case REBOOT -> Messages.Finish_restarted;
		case KEEP -> Messages.Finish_prompt;
		};
	}
}
