package dev.benchtop.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashReport.PhaseTime;
import dev.benchtop.image.content.Content;
import dev.benchtop.image.content.FreeSpace;
import dev.benchtop.image.content.FreeSpace.Gap;
import dev.benchtop.image.copy.ChannelSource;
import dev.benchtop.image.copy.Copy;

/** A dump with a block map beside it. */
final class Backup {

	private static final Phase MAP = new Phase("map", Messages.Backup_map); //$NON-NLS-1$

	private final Path file;
	private final boolean packed;
	private final long length;
	private final Progress progress;

	Backup(Path file, boolean packed, long length, Progress progress) {
		this.file = file;
		this.packed = packed;
		this.length = length;
		this.progress = progress;
	}

	/** Looks what of the medium is free, copies it, and maps the copy. A map that is there from before is gone in between. */
	FlashReport run(ChannelSource.Medium medium, Copy copy) throws BenchException {
		final List<Gap> gaps = gaps(medium);
		final FlashReport report = copy.run();
		return report.succeeded() ? mapped(report, gaps) : report;
	}

	private List<Gap> gaps(ChannelSource.Medium medium) throws BenchException {
		try {
			final List<Gap> gaps = FreeSpace.find(content(medium), length);
			Files.deleteIfExists(MapMaker.beside(file));
			return gaps;
		} catch (IOException e) {
			close(medium);
			throw BenchException.failed(Messages.Backup_unreadable).why(e).build();
		}
	}

	private static void close(ChannelSource.Medium medium) throws BenchException {
		try {
			medium.close();
		} catch (IOException e) {
			throw BenchException.failed(Messages.Backup_unreadable).why(e).build();
		}
	}

	private FlashReport mapped(FlashReport report, List<Gap> gaps) {
		final long start = System.nanoTime();
		progress.begin(MAP, length);
		BenchException failure = null;
		try (InputStream raw = Files.newInputStream(file); InputStream content = packed ? new ZstdInputStreamNoFinalizer(raw) : raw) {
			new MapMaker(gaps).make(file, content, progress.token(), progress::advance);
		} catch (IOException e) {
			failure = BenchException.failed(Messages.Backup_mapFailed).where(MapMaker.beside(file).toString()).why(e).build();
		} catch (BenchException e) {
			failure = e;
		}
		final var time = Duration.ofNanos(System.nanoTime() - start);
		final var phases = new ArrayList<>(report.phases());
		phases.add(new PhaseTime(MAP.id(), MAP.label(), time, length));
		return new FlashReport(report.outcome(), report.bytes(), report.sha256(), report.target(), report.time().plus(time), phases,
				Optional.ofNullable(failure));
	}

	private Content content(ChannelSource.Medium medium) {
		return new Content() {
			@Override
			public ByteBuffer read(long position, int wanted) throws IOException {
				final int there = (int) Math.max(0, Math.min(wanted, length - position));
				final var data = ByteBuffer.allocate(there).order(ByteOrder.LITTLE_ENDIAN);
				while (data.hasRemaining() && medium.read(data, position + data.position()) >= 0) {
					// read on until it is full or the medium ends
				}
				return data.flip();
			}

			@Override
			public OptionalLong length() {
				return OptionalLong.of(length);
			}
		};
	}
}
