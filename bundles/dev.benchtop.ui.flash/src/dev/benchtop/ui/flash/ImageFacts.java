package dev.benchtop.ui.flash;

import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import dev.benchtop.core.ByteSize;
import dev.benchtop.image.FileSystemInfo;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.PartitionTable;

/** What was found in an image, one fact a row. */
final class ImageFacts extends Composite {

	private static final String GAP = "  \u00b7  "; //$NON-NLS-1$

	private final Table table;

	ImageFacts(Composite parent) {
		super(parent, SWT.NONE);
		table = new Table(this, SWT.BORDER | SWT.FULL_SELECTION);
		table.setLinesVisible(false);
		final var layout = new TableColumnLayout();
		setLayout(layout);
		layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnPixelData(130));
		layout.setColumnData(new TableColumn(table, SWT.NONE), new ColumnWeightData(1, 300));
	}

	void clear() {
		table.removeAll();
	}

	void show(ImageInfo info) {
		clear();
		row(Messages.ImageFacts_format, info.formatLabel());
		row(Messages.ImageFacts_sizePacked, new ByteSize(info.packedBytes()).display());
		row(Messages.ImageFacts_sizeUnpacked,
				info.unpackedBytes().isPresent() ? new ByteSize(info.unpackedBytes().getAsLong()).display() : Messages.ImageFacts_sizeUnknown);
		info.partitions().ifPresentOrElse(this::partitions,
				() -> row(Messages.ImageFacts_content, info.fileSystem().map(ImageFacts::words).orElse(Messages.ImageFacts_noPartitions)));
		info.checksum().ifPresent(checksum -> row(Messages.ImageFacts_checksum, NLS.bind(
				checksum.ofUnpacked() ? Messages.ImageFacts_checksumOfContent : Messages.ImageFacts_checksumOfFile, checksum.file().getFileName())));
		info.map().ifPresent(map -> row(Messages.ImageFacts_bmap, NLS.bind(Messages.ImageFacts_mapped, map.name(), new ByteSize(map.mapped()).display())));
		info.notes().forEach(note -> row(Messages.ImageFacts_note, note));
	}

	private void partitions(PartitionTable partitions) {
		row(Messages.ImageFacts_content, NLS.bind(Messages.ImageFacts_partitionTable, partitions.scheme(), partitions.partitions().size()));
		for (final var partition : partitions.partitions()) {
			final var words = new StringBuilder(new ByteSize(partition.bytes()).display()).append(GAP).append(partition.type());
			partition.name().filter(name -> !name.isBlank()).ifPresent(name -> words.append(GAP).append('\u201c').append(name).append('\u201d'));
			partition.fileSystem().ifPresent(fileSystem -> words.append(GAP).append(words(fileSystem)));
			row(NLS.bind(Messages.ImageFacts_partition, partition.number()), words.toString());
		}
		partitions.warnings().forEach(warning -> row(Messages.ImageFacts_note, warning));
	}

	private static String words(FileSystemInfo fileSystem) {
		final Optional<String> label = fileSystem.label().filter(text -> !text.isBlank());
		return fileSystem.type() + label.map(text -> " \u201c" + text + '\u201d').orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void row(String name, String value) {
		new TableItem(table, SWT.NONE).setText(new String[] {name, value});
	}
}
