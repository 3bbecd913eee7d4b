package dev.benchtop.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.content.Inspector;
import dev.benchtop.image.copy.ChannelSource;
import dev.benchtop.image.copy.Copy;
import dev.benchtop.image.copy.Expected;
import dev.benchtop.image.copy.ImageSource;
import dev.benchtop.image.copy.Phases;
import dev.benchtop.image.copy.SharedSource;
import dev.benchtop.image.copy.Source;
import dev.benchtop.image.format.Bzip2Format;
import dev.benchtop.image.format.GzipFormat;
import dev.benchtop.image.format.Lz4Format;
import dev.benchtop.image.format.PackedFile;
import dev.benchtop.image.format.QcowFormat;
import dev.benchtop.image.format.SparseFormat;
import dev.benchtop.image.format.TarFormat;
import dev.benchtop.image.format.VmdkFormat;
import dev.benchtop.image.format.XzFormat;
import dev.benchtop.image.format.ZipFormat;
import dev.benchtop.image.format.ZstdFormat;

/** Looks into images, and copies them to targets and back. */
@Component(service = Imaging.class)
public final class Imaging {

	private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}"); //$NON-NLS-1$

	private static final int FILE_TYPE = 0170000;
	private static final int BLOCK_DEVICE = 0060000;

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<ImageFormat> formats = List.of();

	/** An imaging with the formats of this bundle, where there is no framework to collect them. */
	public static Imaging standard() {
		final var imaging = new Imaging();
		imaging.formats = List.of(new GzipFormat(), new XzFormat(), new ZstdFormat(), new Bzip2Format(), new Lz4Format(), new SparseFormat(), new ZipFormat(), new TarFormat(),
				new QcowFormat(), new VmdkFormat());
		return imaging;
	}

	/**
	 * Says what is in an image; reads its head and, where that is cheap, what lies further in.
	 *
	 * @throws BenchException if the file cannot be read or its packing is broken
	 */
	public ImageInfo inspect(Path image, CancelToken token) throws BenchException {
		return inspect(image, image.toString(), token);
	}

	private ImageInfo inspect(Path image, String label, CancelToken token) throws BenchException {
		token.check();
		refuseOddFiles(image, label);
		try (var file = PackedFile.open(image, formats); var _ = token.onCancel(() -> closeLater(file))) {
			return new Inspector(image, file).inspect();
		} catch (IOException | UnsupportedOperationException | LinkageError e) {
			token.check();
			throw BenchException.failed(Messages.Imaging_read).where(label).why(e).next(Messages.Imaging_readNext).build();
		}
	}

	/** A pipe would block for good, and a character device never ends. */
	private static void refuseOddFiles(Path image, String label) throws BenchException {
		if (Files.isDirectory(image)) {
			throw BenchException.failed(Messages.Imaging_folder).where(label).build();
		}
		try {
			if (Files.exists(image) && !Files.isRegularFile(image) && (mode(image) & FILE_TYPE) != BLOCK_DEVICE) {
				throw BenchException.failed(Messages.Imaging_odd).where(label).next(Messages.Imaging_oddNext).build();
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.Imaging_read).where(label).why(e).build();
		}
	}

	/** The type and the permissions as Unix has them; 0 where the system is none. */
	private static int mode(Path file) throws IOException {
		return file.getFileSystem().supportedFileAttributeViews().contains("unix") ? (Integer) Files.getAttribute(file, "unix:mode") : 0; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void closeLater(PackedFile file) {
		Thread.ofPlatform().daemon().start(() -> {
			try {
				file.close();
			} catch (IOException e) {
				// whoever reads it hears of the cancellation
				return;
			}
		});
	}

	/**
	 * Says what {@link #copy} will do; touches nothing.
	 *
	 * @throws BenchException with the reason why it must not be done
	 */
	public FlashPlan plan(FlashRequest request, Target target, BlockTarget medium) throws BenchException {
		return plan(request, target, medium, CancelToken.none());
	}

	/** Says what {@link #copy} will do, and can be cancelled meanwhile. */
	public FlashPlan plan(FlashRequest request, Target target, BlockTarget medium, CancelToken token) throws BenchException {
		final Job job = prepare(request, medium, target.name(), token);
		final ImageInfo info = job.info;
		final var steps = new ArrayList<String>();
		job.expected.ifPresent(expected -> steps.add(NLS.bind(Messages.Plan_hash, expected.from())));
		final String size = info.unpackedBytes().isPresent() ? new ByteSize(info.unpackedBytes().getAsLong()).display() : Messages.Plan_unknownSize;
		final String write = info.format().equals(ImageInfo.RAW) ? Messages.Plan_write : Messages.Plan_unpack;
		steps.add(NLS.bind(write, new Object[] { request.label(), size, target.name(), info.formatLabel() }));
		info.map().ifPresent(map -> steps.add(NLS.bind(Messages.Plan_mapped, new ByteSize(map.mapped()).display(), map.name())));
		steps.add(medium.staged() ? Messages.Plan_staged : Messages.Plan_inPlace);
		steps.add(request.verify() ? Messages.Plan_verify : Messages.Plan_noVerify);
		if (!request.there().isEmpty()) {
			steps.add(Messages.Plan_there);
		}
		steps.addAll(info.notes());
		return new FlashPlan(Phases.of(job.expected.isPresent(), request.verify()), steps, info.mappedBytes(), target, medium.staged());
	}

	private record Job(ImageInfo info, Optional<Expected> expected) {
	}

	/** Refuses what must not be done. */
	private Job prepare(FlashRequest request, BlockTarget medium, String target, CancelToken token) throws BenchException {
		if (request.sha256().isPresent() && !SHA256.matcher(request.sha256().get().strip()).matches()) {
			throw BenchException.usage(Messages.Imaging_sha256).why(request.sha256().get()).next(Messages.Imaging_sha256Next).build();
		}
		if (isSame(request.image(), medium.identity())) {
			throw BenchException.failed(Messages.Imaging_same).where(request.label()).next(Messages.Imaging_sameNext).build();
		}
		final ImageInfo info = inspect(request.image(), request.label(), token);
		if (info.refusal().isPresent()) {
			throw BenchException.failed(Messages.Imaging_refused).where(request.label()).why(info.refusal().get().reason()).next(info.refusal().get().next())
					.build();
		}
		final OptionalLong capacity = medium.capacity();
		final long size = info.unpackedBytes().orElse(info.map().map(BlockMap::size).orElse(0L));
		if (capacity.isPresent() && size > capacity.getAsLong()) {
			throw BenchException.failed(Messages.Imaging_tooLarge).where(target).why(NLS.bind(Messages.Imaging_tooLargeWhy, size, capacity.getAsLong()))
					.next(Messages.Imaging_tooLargeNext).build();
		}
		return new Job(info, expected(request, info));
	}

	/** What the user expects goes before what a file beside the image says. */
	private static Optional<Expected> expected(FlashRequest request, ImageInfo info) {
		if (request.sha256().isPresent()) {
			return Optional.of(new Expected(request.sha256().get().strip().toLowerCase(Locale.ROOT), Expected.Of.EITHER, Messages.Imaging_user));
		}
		return info.checksum().map(beside -> new Expected(beside.sha256(), beside.ofUnpacked() ? Expected.Of.CONTENT : Expected.Of.FILE,
				beside.file().getFileName().toString()));
	}

	private static boolean isSame(Path image, String identity) {
		try {
			final Path target = Path.of(identity);
			return Files.exists(target) && Files.exists(image) && Files.isSameFile(image, target);
		} catch (IOException | InvalidPathException e) {
			// the target is none of this machine's files
			return false;
		}
	}

	/**
	 * Copies an image to a target, in the phases {@code hash}, {@code write}, {@code sync}, {@code verify} and {@code commit};
	 * the first and the fourth only where they are wanted. Once begun it ends in a report, whatever came of it.
	 * A SHA-256 that the request or a file beside the image names is compared before anything is written where it is that of the
	 * file, and before success is said where it is that of the unpacked content.
	 *
	 * @param targetName the target's name for the report
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport copy(FlashRequest request, BlockTarget medium, String targetName, Progress progress) throws BenchException {
		final Job job = prepare(request, medium, targetName, progress.token());
		final boolean packed = !job.info.format().equals(ImageInfo.RAW);
		final Source image = new ImageSource(request.image(), request.label(), formats, job.info.packedBytes(), packed);
		final Source source = request.member().map(member -> member.party().shared(SharedSource.class, () -> new SharedSource(image, member.party())).view(member))
				.orElse(image);
		return new Copy(source, medium, targetName, request.verify(), job.expected, job.info.map(), request.there(), progress).run();
	}

	/**
	 * Reads the first {@code length} bytes of a target that is written in place into a file, sparse, synced and read back;
	 * the file is there whole or not at all.
	 *
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport dump(BlockTarget medium, long length, DumpRequest request, String targetName, Progress progress) throws BenchException {
		final BlockTarget.Session session = medium.open();
		return dump(new ChannelSource.Medium() {
			@Override
			public int read(ByteBuffer data, long position) throws IOException {
				return session.read(data, position);
			}

			@Override
			public void close() throws IOException {
				session.close();
			}
		}, length, request, targetName, progress);
	}

	/** Reads the first {@code length} bytes of a channel into a file, as the other one does; closes the channel. */
	public FlashReport dump(SeekableByteChannel source, long length, DumpRequest request, String targetName, Progress progress) throws BenchException {
		return dump(new ChannelSource.Medium() {
			@Override
			public int read(ByteBuffer data, long position) throws IOException {
				return source.position(position).read(data);
			}

			@Override
			public void close() throws IOException {
				source.close();
			}
		}, length, request, targetName, progress);
	}

	private static FlashReport dump(ChannelSource.Medium medium, long length, DumpRequest request, String targetName, Progress progress)
			throws BenchException {
		final boolean pack = request.file().getFileName().toString().endsWith(PackedTarget.SUFFIX);
		final BlockTarget file = pack ? new PackedTarget(request.file(), length) : new FileTarget(request.file());
		final var copy = new Copy(new ChannelSource(medium, length, targetName), file, targetName, true, Optional.empty(), Optional.empty(), List.of(), progress);
		return request.map() ? new Backup(request.file(), pack, length, progress).run(medium, copy) : copy.run();
	}
}
