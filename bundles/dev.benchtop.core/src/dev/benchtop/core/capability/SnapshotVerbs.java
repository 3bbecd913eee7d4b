package dev.benchtop.core.capability;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;

/** The verbs that all snapshots have. */
final class SnapshotVerbs {

	private static final String NAME = "name"; //$NON-NLS-1$
	private static final String NOTE = "note"; //$NON-NLS-1$

	private SnapshotVerbs() {
	}

	static List<Verb> of(Snapshots snapshots) {
		final var name = new Parameter(NAME, Messages.SnapshotVerbs_name, String.class, ""); //$NON-NLS-1$
		final var note = new Parameter(NOTE, Messages.SnapshotVerbs_note, String.class, ""); //$NON-NLS-1$
		final Optional<String> none = isEmpty(snapshots) ? Optional.of(Messages.SnapshotVerbs_none) : Optional.empty();
		return List.of(
				new Verb("save", Messages.SnapshotVerbs_save, List.of(name, note), Danger.NONE, Optional.empty(), //$NON-NLS-1$
						(values, progress) -> snapshots.save((String) values.get(NAME), (String) values.get(NOTE), progress)),
				new Verb("load", Messages.SnapshotVerbs_load, List.of(name), Danger.DESTROYS, none, //$NON-NLS-1$
						(values, progress) -> snapshots.load((String) values.get(NAME), progress), Messages.SnapshotVerbs_loadLoss),
				new Verb("delete", Messages.SnapshotVerbs_delete, List.of(name), Danger.DESTROYS, none, //$NON-NLS-1$
						(values, progress) -> snapshots.delete((String) values.get(NAME), progress), Messages.SnapshotVerbs_deleteLoss));
	}

	private static boolean isEmpty(Snapshots snapshots) {
		try {
			return snapshots.tree().snapshots().isEmpty();
		} catch (BenchException e) {
			System.getLogger(SnapshotVerbs.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
			return false; // whoever does it is told why it fails
		}
	}
}
