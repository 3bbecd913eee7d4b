package dev.benchtop.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;

/** What can be done with the power of a virtual board beyond that of any board. */
final class MachineVerbs {

	/** Does something with a machine that is on. */
	@FunctionalInterface
	private interface Action {
		void on(Run run, CancelToken cancel) throws BenchException;
	}

	private final Machine machine;
	private final boolean on;

	private MachineVerbs(Machine machine) {
		this.machine = machine;
		this.on = machine.run().isPresent();
	}

	static List<Verb> of(Machine machine, List<Verb> usual) {
		final var verbs = new ArrayList<>(usual);
		verbs.addAll(new MachineVerbs(machine).all());
		return verbs;
	}

	private List<Verb> all() {
		final Optional<String> isOn = on ? Optional.of(Messages.Machine_isOn) : Optional.empty();
		return List.of(
				new Verb("on-disposable", Messages.MachineVerbs_disposable, List.of(), Danger.NONE, isOn, //$NON-NLS-1$
						(_, progress) -> machine.on(true, _ -> { }, progress.token())),
				whileOn("cut", Messages.MachineVerbs_cut, Danger.INTERRUPTS, (_, cancel) -> machine.cut(cancel)), //$NON-NLS-1$
				whileOn("reset-board", Messages.MachineVerbs_reset, Danger.INTERRUPTS, (run, _) -> Control.execute(run, "system_reset", Map.of())), //$NON-NLS-1$ //$NON-NLS-2$
				whileOn("pause", Messages.MachineVerbs_pause, Danger.INTERRUPTS, (run, _) -> Control.execute(run, "stop", Map.of())), //$NON-NLS-1$ //$NON-NLS-2$
				whileOn("resume", Messages.MachineVerbs_resume, Danger.NONE, (run, _) -> Control.execute(run, "cont", Map.of())), //$NON-NLS-1$ //$NON-NLS-2$
				whileOn("nmi", Messages.MachineVerbs_nmi, Danger.INTERRUPTS, (run, _) -> Control.execute(run, "inject-nmi", Map.of()))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Verb whileOn(String id, String label, Danger danger, Action action) {
		return new Verb(id, label, List.of(), danger, on ? Optional.empty() : Optional.of(Messages.Machine_isOff),
				(_, progress) -> action.on(machine.requireOn(), progress.token()));
	}
}
