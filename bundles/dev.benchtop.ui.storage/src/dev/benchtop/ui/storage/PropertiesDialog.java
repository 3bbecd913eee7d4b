package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;

/** All that a storage knows of a file or folder, and what the storage itself can do. */
final class PropertiesDialog extends TargetDialog {

	private static final int WIDTH = 460;

	private record Fact(String name, String value) {
	}

	private Composite facts;
	private Text content;

	PropertiesDialog(Shell parent, StorageRoom room, Target target) {
		super(parent, room, target, Messages.Properties_title);
	}

	@Override
	void fill(Composite area) {
		facts = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 6).applyTo(facts);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(facts);
		row(new Fact(Messages.Properties_location, target.place().text()));
		if (target.folder()) {
			content = row(new Fact(Messages.Properties_content, Messages.Properties_counting));
		}
		line(area, CommandLine.of("stat", target.place().text())); //$NON-NLS-1$
		Thread.ofPlatform().daemon().name("Storage properties").start(this::look); //$NON-NLS-1$
	}

	private void look() {
		final List<Fact> found = new ArrayList<>();
		Optional<Abilities> abilities = Optional.empty();
		try {
			final var open = room.open(target.place());
			abilities = Optional.of(open.abilities());
			if (target.place().isLocal()) {
				local(found, Files.readAttributes(open.path(), PosixFileAttributes.class));
			} else {
				remote(found, Files.readAttributes(open.path(), StorageAttributes.class));
			}
		} catch (IOException | UnsupportedOperationException e) {
			found.add(failed(Failures.of(Messages.Preview_failed, target.place(), e)));
		} catch (BenchException e) {
			found.add(failed(e));
		}
		final var all = abilities;
		show(() -> {
			found.forEach(this::row);
			all.ifPresent(this::abilities);
		});
		if (target.folder()) {
			count();
		}
	}

	private static Fact failed(BenchException e) {
		return new Fact(Messages.Properties_failed, e.what() + e.why().map(why -> ": " + why).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void local(List<Fact> found, PosixFileAttributes attributes) {
		if (!attributes.isDirectory()) {
			found.add(size(attributes.size()));
		}
		found.add(new Fact(Messages.Properties_modified, RowWords.time(attributes.lastModifiedTime().toMillis())));
		found.add(new Fact(Messages.Properties_owner, attributes.owner().getName() + ", " + attributes.group().getName() + ", " //$NON-NLS-1$ //$NON-NLS-2$
				+ PosixFilePermissions.toString(attributes.permissions())));
	}

	private static void remote(List<Fact> found, StorageAttributes attributes) {
		if (!attributes.isDirectory()) {
			found.add(size(attributes.size()));
		}
		if (attributes.lastModifiedTime().toMillis() != 0) {
			found.add(new Fact(Messages.Properties_modified, RowWords.time(attributes.lastModifiedTime().toMillis())));
		}
		attributes.contentType().ifPresent(type -> found.add(new Fact(Messages.Properties_contentType, type)));
		attributes.etag().ifPresent(etag -> found.add(new Fact(Messages.Properties_etag, etag)));
		attributes.md5().ifPresent(md5 -> found.add(new Fact(Messages.Properties_md5, md5)));
		attributes.contentDisposition().ifPresent(disposition -> found.add(new Fact(Messages.Properties_disposition, disposition)));
	}

	private static Fact size(long bytes) {
		return new Fact(Messages.Properties_size, NLS.bind(Messages.Properties_bytes, new ByteSize(bytes).display(), RowWords.count(bytes)));
	}

	private void count() {
		try {
			final var amount = TreeWork.count(room, target.place(), token, _ -> { });
			show(() -> content.setText(DeleteDialog.words(amount)));
		} catch (IOException | BenchException e) {
			show(() -> content.setText(e.getMessage()));
		}
	}

	private void show(Runnable change) {
		if (!token.isCancelled()) {
			room.display().asyncExec(() -> {
				if (!facts.isDisposed()) {
					change.run();
					getShell().layout(true, true);
					final var wanted = getShell().computeSize(getShell().getSize().x, SWT.DEFAULT);
					getShell().setSize(getShell().getSize().x, Math.max(getShell().getSize().y, wanted.y));
				}
			});
		}
	}

	private Text row(Fact fact) {
		final var name = new Label(facts, SWT.NONE);
		name.setText(fact.name());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
		final var value = new Text(facts, SWT.READ_ONLY | SWT.WRAP);
		value.setText(fact.value());
		value.setBackground(facts.getBackground());
		Accessibles.name(value, fact.name());
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(value);
		return value;
	}

	private void abilities(Abilities abilities) {
		final var heading = new Label(facts, SWT.NONE);
		heading.setText(Messages.Properties_abilities);
		heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(heading);
		final var list = new Composite(facts, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 3).applyTo(list);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(list);
		for (final var ability : Ability.values()) {
			final var icon = new Label(list, SWT.NONE);
			icon.setImage(Icons.image(PropertiesDialog.class, abilities.can(ability) ? "state-done" : "state-cancelled")); //$NON-NLS-1$ //$NON-NLS-2$
			GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
			final var label = new Label(list, SWT.WRAP);
			final String words = AbilityWords.of(ability);
			label.setText(abilities.whyNot(ability).map(reason -> NLS.bind(Messages.Properties_lacks, words, reason)).orElse(words));
			GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		}
	}
}
