package dev.benchtop.core.capability;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Snapshots.Tree;
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
		final var tree = tree(snapshots);
		final var name = new Parameter(NAME, Messages.SnapshotVerbs_name, String.class, ""); //$NON-NLS-1$
		final var note = new Parameter(NOTE, Messages.SnapshotVerbs_note, String.class, ""); //$NON-NLS-1$
		final Optional<String> none = tree.filter(kept -> kept.snapshots().isEmpty()).map(_ -> Messages.SnapshotVerbs_none);
		return List.of(
				new Verb("save", Messages.SnapshotVerbs_save, List.of(new Parameter(NAME, Messages.SnapshotVerbs_name, String.class, freeName(tree)), note), //$NON-NLS-1$
						Danger.NONE, Optional.empty(),
						(values, progress) -> snapshots.save((String) values.get(NAME), (String) values.get(NOTE), progress)),
				new Verb("load", Messages.SnapshotVerbs_load, List.of(name), Danger.DESTROYS, none, //$NON-NLS-1$
						(values, progress) -> snapshots.load((String) values.get(NAME), progress), Messages.SnapshotVerbs_loadLoss),
				new Verb("delete", Messages.SnapshotVerbs_delete, List.of(name), Danger.DESTROYS, none, //$NON-NLS-1$
						(values, progress) -> snapshots.delete((String) values.get(NAME), progress), Messages.SnapshotVerbs_deleteLoss));
	}

	/** Empty where it cannot be told; whoever does something with them is told why. */
	private static Optional<Tree> tree(Snapshots snapshots) {
		try {
			return Optional.of(snapshots.tree());
		} catch (BenchException e) {
			System.getLogger(SnapshotVerbs.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
			return Optional.empty();
		}
	}

	/** A name that none has. */
	private static String freeName(Optional<Tree> tree) {
		int number = 1;
		while (tree.isPresent() && tree.get().find(NLS.bind(Messages.SnapshotVerbs_proposal, number)).isPresent()) {
			number++;
		}
		return NLS.bind(Messages.SnapshotVerbs_proposal, number);
	}
}
