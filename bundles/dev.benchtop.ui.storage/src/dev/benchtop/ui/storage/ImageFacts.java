package dev.benchtop.ui.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.image.FileSystemInfo;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.Imaging;
import dev.benchtop.image.PartitionTable;

/** What is found in a disk image, one fact a row. */
final class ImageFacts {

	/** One row. */
	record Fact(String name, String value) {
	}

	private static final String GAP = "  \u00b7  "; //$NON-NLS-1$

	private ImageFacts() {
	}

	/** The facts of a file; empty where it is no disk image and nothing that is packed. */
	static List<Fact> of(Imaging imaging, Path path, CancelToken token) {
		try {
			return of(imaging.inspect(path, token));
		} catch (BenchException _) {
			return List.of(); // broken as an image, it is shown as bytes
		}
	}

	static List<Fact> of(ImageInfo info) {
		if (info.format().equals(ImageInfo.RAW) && info.partitions().isEmpty() && info.fileSystem().isEmpty()) {
			return List.of();
		}
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(Messages.ImageFacts_format, info.formatLabel()));
		facts.add(new Fact(Messages.ImageFacts_packed, new ByteSize(info.packedBytes()).display()));
		facts.add(new Fact(Messages.ImageFacts_unpacked,
				info.unpackedBytes().isPresent() ? new ByteSize(info.unpackedBytes().getAsLong()).display() : Messages.ImageFacts_unknown));
		info.partitions().ifPresentOrElse(table -> partitions(facts, table),
				() -> facts.add(new Fact(Messages.ImageFacts_content, info.fileSystem().map(ImageFacts::words).orElse(Messages.ImageFacts_noPartitions))));
		info.checksum().ifPresent(checksum -> facts.add(new Fact(Messages.ImageFacts_checksum, String.valueOf(checksum.file().getFileName()))));
		info.map().ifPresent(map -> facts.add(new Fact(Messages.ImageFacts_bmap, NLS.bind(Messages.ImageFacts_mapped, map.name(), new ByteSize(map.mapped()).display()))));
		info.notes().forEach(note -> facts.add(new Fact(Messages.ImageFacts_note, note)));
		info.refusal().ifPresent(refusal -> facts.add(new Fact(Messages.ImageFacts_note, refusal.reason() + ". " + refusal.next()))); //$NON-NLS-1$
		return facts;
	}

	private static void partitions(List<Fact> facts, PartitionTable table) {
		facts.add(new Fact(Messages.ImageFacts_content, NLS.bind(Messages.ImageFacts_table, table.scheme(), table.partitions().size())));
		for (final var partition : table.partitions()) {
			final var words = new StringBuilder(new ByteSize(partition.bytes()).display()).append(GAP).append(partition.type());
			partition.name().filter(name -> !name.isBlank()).ifPresent(name -> words.append(GAP).append('\u201c').append(name).append('\u201d'));
			partition.fileSystem().ifPresent(fileSystem -> words.append(GAP).append(words(fileSystem)));
			facts.add(new Fact(NLS.bind(Messages.ImageFacts_partition, partition.number()), words.toString()));
		}
		table.warnings().forEach(warning -> facts.add(new Fact(Messages.ImageFacts_note, warning)));
	}

	private static String words(FileSystemInfo fileSystem) {
		final Optional<String> label = fileSystem.label().filter(text -> !text.isBlank());
		return fileSystem.type() + label.map(text -> " \u201c" + text + '\u201d').orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
