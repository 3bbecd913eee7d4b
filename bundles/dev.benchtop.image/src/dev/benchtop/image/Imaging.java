package dev.benchtop.image;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.spi.ImageFormat;

/** Looks into images, and copies them to targets and back. */
@Component(service = Imaging.class)
public final class Imaging {

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<ImageFormat> formats = List.of();

	/** An imaging with the formats of this bundle, where there is no framework to collect them. */
	public static Imaging standard() {
		return new Imaging();
	}

	/**
	 * Says what is in an image; reads its head and, where that is cheap, what lies further in.
	 *
	 * @throws BenchException if the file cannot be read or its packing is broken
	 */
	public ImageInfo inspect(Path image, CancelToken token) throws BenchException {
		throw new UnsupportedOperationException(formats.toString());
	}

	/**
	 * Says what {@link #copy} will do; touches nothing.
	 *
	 * @throws BenchException with the reason why it must not be done
	 */
	public FlashPlan plan(FlashRequest request, Target target, BlockTarget medium) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Copies an image to a target, in the phases {@code hash}, {@code write}, {@code sync}, {@code verify} and {@code commit};
	 * the first and the fourth only where they are wanted. Once begun it ends in a report, whatever came of it.
	 *
	 * @param targetName the target's name for the report
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport copy(FlashRequest request, BlockTarget medium, String targetName, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads the first {@code length} bytes of a target that is written in place into a file, sparse, synced and read back;
	 * the file is there whole or not at all.
	 *
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport dump(BlockTarget medium, long length, DumpRequest request, String targetName, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Reads the first {@code length} bytes of a channel into a file, as the other one does; closes the channel. */
	public FlashReport dump(SeekableByteChannel source, long length, DumpRequest request, String targetName, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
