package dev.benchtop.uboot.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Fetch;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Method;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Unpack;
import dev.benchtop.uboot.payload.Content;
import dev.benchtop.uboot.payload.Payload;

/** Finds the quickest way of an image to a board that is at its shell. */
final class Sources {

	/** What is too small to be measured by. */
	static final long SAMPLE = 4 << 20;

	private static final Map<String, String> UNPACKERS = Map.of("gzip", "zcat", "xz", "xzcat", "bzip2", "bzcat", "zstd", "zstdcat", "lz4", "lz4cat"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
	/** What stands in a URL for what is not told. */
	private static final String HIDDEN = "\u2026"; //$NON-NLS-1$
	private static final String RAW = ImageInfo.RAW;

	private final Session session;
	private final UbootFlasherConfig config;
	private final FlashRequest request;
	private final Payload payload;
	private final Serving serving;
	private final Fetching fetching;
	private final Rates rates;
	private final Log log;

	Sources(Session session, UbootFlasherConfig config, FlashRequest request, Payload payload, Serving serving, Fetching fetching, Rates rates, Log log) {
		this.session = session;
		this.config = config;
		this.request = request;
		this.payload = payload;
		this.serving = serving;
		this.fetching = fetching;
		this.rates = rates;
		this.log = log;
	}

	/** The image as this machine has read it; one that cannot be read is none the next time. */
	Content read() throws BenchException {
		try {
			return payload.await(log.token());
		} catch (BenchException e) {
			throw session.settled(e);
		}
	}

	/** Chooses who fetches, who unpacks and what writes to a disk. */
	Source choose(String disk) throws BenchException {
		final Shell shell = session.shell();
		final boolean fls = config.method() == Method.FLS || config.method() == Method.AUTO && shell.has("fls"); //$NON-NLS-1$
		final String format = payload.info().format();
		if (config.fetch() == Fetch.BOARD && request.label().startsWith("http") && Urls.isUrl(request.label())) { //$NON-NLS-1$
			if (Urls.redacted(request.label()).equals(request.label()) && !request.label().contains(HIDDEN)) {
				fetching.authenticate(request.label(), fls);
				return fls ? fls(request.label(), disk) : stream(fetching.foreign(request.label()), format, NLS.bind(Messages.FlashSteps_fromUrl, request.label()));
			}
			log.message(Messages.FlashSteps_hiddenUrl);
		}
		serving.start("http", false); //$NON-NLS-1$
		if (fls) {
			final Path image = payload.local().isPresent() ? payload.local().get() : read().whole();
			return fls(serving.publish("http", false, image.getFileName().toString(), image), disk); //$NON-NLS-1$
		}
		if (packedOnBoard(format)) {
			final String url = serving.publish("http", false, "image." + format, payload.local().get()); //$NON-NLS-1$ //$NON-NLS-2$
			return stream(fetching.own(url), format, Messages.FlashSteps_onBoard);
		}
		final Content content = read();
		final String url = serving.publish("http", false, "image", content.data()); //$NON-NLS-1$ //$NON-NLS-2$
		return new Source(content, fetching.own(url), content.pieces(), false, RAW, Messages.FlashSteps_onHost, Optional.empty());
	}

	private Source fls(String url, String disk) throws BenchException {
		return new Source(read(), "", List.of(), true, RAW, Messages.FlashSteps_fls, //$NON-NLS-1$
				Optional.of(fetching.fls(url) + ' ' + Quoting.shell(disk)));
	}

	private Source stream(String command, String format, String words) throws BenchException {
		final Content content = read();
		final String whole = payload.packed() ? command + " | " + unpacker(format).orElseThrow(() -> noUnpacker(format)) : command; //$NON-NLS-1$
		return new Source(content, whole, content.streamed(), true, format, words, Optional.empty());
	}

	private BenchException noUnpacker(String format) {
		return session.settled(BenchException.failed(NLS.bind(Messages.FlashSteps_noUnpacker, format)).next(Messages.FlashSteps_noUnpackerNext).build());
	}

	private Optional<String> unpacker(String format) throws BenchException {
		final String tool = UNPACKERS.get(format);
		return tool != null && session.shell().has(tool) ? Optional.of(tool) : Optional.empty();
	}

	/** Whether the board unpacks: where it is told to, or where it was faster at it than what this machine unpacks comes over the network. */
	private boolean packedOnBoard(String format) throws BenchException {
		if (!payload.packed() || payload.local().isEmpty() || config.unpack() == Unpack.HOST) {
			return false;
		}
		final Optional<String> tool = unpacker(format);
		if (config.unpack() == Unpack.BOARD) {
			tool.orElseThrow(() -> noUnpacker(format));
			return true;
		}
		return tool.isPresent() && boardRate(format, tool.get()) > hostRate();
	}

	private long boardRate(String format, String tool) throws BenchException {
		if (rates.of(format).isEmpty()) {
			final String url = serving.publish("http", false, "image." + format, payload.local().get()); //$NON-NLS-1$ //$NON-NLS-2$
			rates.put(format, measure(fetching.own(url) + " 2>/dev/null | " + tool + " 2>/dev/null")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return rates.of(format).getAsLong();
	}

	private long hostRate() throws BenchException {
		if (rates.of(RAW).isEmpty()) {
			final String url = serving.publish("http", false, "image", read().data()); //$NON-NLS-1$ //$NON-NLS-2$
			rates.put(RAW, measure(fetching.own(url) + " 2>/dev/null")); //$NON-NLS-1$
		}
		return rates.of(RAW).getAsLong();
	}

	/** Bytes per second of a command on the board, by its first few MiB. */
	private long measure(String command) throws BenchException {
		log.message(Messages.FlashSteps_measuring);
		final long start = System.nanoTime();
		final String count = session.shell().run(command + " | head -c " + SAMPLE + " | wc -c").output().strip(); //$NON-NLS-1$ //$NON-NLS-2$
		final long bytes = count.matches("\\d+") ? Long.parseLong(count) : 0; //$NON-NLS-1$
		return (long) (bytes * 1e9 / Math.max(1, System.nanoTime() - start));
	}
}
