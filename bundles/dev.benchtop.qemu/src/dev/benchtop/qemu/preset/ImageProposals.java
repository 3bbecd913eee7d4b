package dev.benchtop.qemu.preset;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.core.spi.ImageBoards;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.Imaging;

/** Proposes virtual boards for images, by what is in them: architecture, firmware, size. */
@Component
public final class ImageProposals implements ImageBoards {

	private static final long MIB = 1 << 20;

	private final Imaging imaging;
	private final List<ImageFormat> formats;

	@Activate
	public ImageProposals(@Reference Imaging imaging, @Reference List<ImageFormat> formats) {
		this.imaging = imaging;
		this.formats = formats;
	}

	@Override
	public Optional<BoardTemplate> propose(Path image, CancelToken cancel) throws BenchException {
		try {
			final var virtual = VirtualDisk.of(image);
			if (virtual.isPresent()) {
				return propose(image, virtual.get().head(cancel), virtual.get().format(), true, ""); //$NON-NLS-1$
			}
			final ImageInfo info = imaging.inspect(image, cancel);
			if (info.refusal().isPresent()) {
				throw BenchException.failed(Messages.ImageProposals_none).where(image.toString()).why(info.refusal().get().reason())
						.next(info.refusal().get().next()).build();
			}
			cancel.check();
			final boolean raw = info.format().equals(ImageInfo.RAW);
			final long size = info.unpackedBytes().orElse(0);
			return propose(image, Head.of(image, formats), info.formatLabel(), raw && isLocal(image), raw ? "" : size(size)); //$NON-NLS-1$
		} catch (IOException e) {
			throw BenchException.failed(Messages.ImageProposals_read).where(image.toString()).why(e).build();
		}
	}

	/**
	 * The board for a disk that begins so.
	 *
	 * @param asItIs whether the board's disk can begin as the image; else it is flashed to it
	 * @param size of the board's disk; empty for that of the image
	 */
	private static Optional<BoardTemplate> propose(Path image, byte[] head, String format, boolean asItIs, String size) {
		final var traces = new Traces(head, head.length);
		final String file = image.getFileName().toString();
		final Optional<String> found = traces.arch();
		final String arch = found.or(() -> Names.arch(file)).orElse(Host.arch());
		final Map<String, Object> config = Preset.board(arch, firmware(arch, traces));
		if (Names.cloud(file)) {
			CloudTemplate.forCloud(config);
		}
		final var disk = new LinkedHashMap<String, Object>();
		if (asItIs) {
			disk.put("image", image.toString()); //$NON-NLS-1$
		} else {
			disk.put("size", size); //$NON-NLS-1$
		}
		final String what = NLS.bind(found.isPresent() ? Messages.ImageProposals_found : Messages.ImageProposals_guess,
				new Object[] {file, format, arch, words(firmware(arch, traces))});
		final String how = asItIs ? Messages.ImageProposals_golden : Messages.ImageProposals_flashed;
		return Optional.of(new ImageBoard(file, what + ' ' + how, ImageBoard.withDisk(config, disk),
				asItIs ? Optional.empty() : Optional.of(image)));
	}

	/** UEFI where it finds a loader; else U-Boot, or the BIOS of a PC. */
	private static String firmware(String arch, Traces traces) {
		if (traces.uefi(arch) && !arch.equals(Preset.RISCV64) && !arch.equals(Preset.ARM)) {
			return Preset.UEFI;
		}
		if (arch.equals(Preset.X86_64)) {
			return traces.has(Traces.Trace.X86_BOOT_SECTOR) ? Preset.BIOS : Preset.UEFI;
		}
		return Preset.UBOOT;
	}

	private static String words(String firmware) {
		return switch (firmware) {
		case Preset.UEFI -> "UEFI"; //$NON-NLS-1$
		case Preset.UBOOT -> "U-Boot"; //$NON-NLS-1$
		default -> Messages.ImageProposals_bios;
		};
	}

	/** Room for the content and as much again to grow, in whole GiB. */
	private static String size(long content) {
		final long gib = 1024 * MIB;
		return new ByteSize(Math.max(2, (2 * content + gib - 1) / gib) * gib).toString();
	}

	private static boolean isLocal(Path image) {
		return image.getFileSystem() == FileSystems.getDefault();
	}

	/** What the name of a file tells where its content does not. */
	private static final class Names {

		private static final Map<String, String> ARCHS = Map.of("aarch64", Preset.AARCH64, "arm64", Preset.AARCH64, "riscv64", Preset.RISCV64, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"x86_64", Preset.X86_64, "amd64", Preset.X86_64, "armhf", Preset.ARM); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

		static Optional<String> arch(String file) {
			final String name = file.toLowerCase(Locale.ROOT);
			return ARCHS.keySet().stream().sorted().filter(name::contains).findFirst().map(ARCHS::get);
		}

		static boolean cloud(String file) {
			return file.toLowerCase(Locale.ROOT).contains("cloud"); //$NON-NLS-1$
		}
	}
}
