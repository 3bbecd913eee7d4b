package dev.benchtop.uboot.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.uboot.bundle.Device;
import dev.benchtop.uboot.dialogue.Answer;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Fetch;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Method;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Unpack;
import dev.benchtop.uboot.payload.BoardScripts;
import dev.benchtop.uboot.payload.Content;
import dev.benchtop.uboot.payload.Payload;
import dev.benchtop.uboot.payload.Piece;

/** Puts one image on one target of a board that is at the shell of its flasher bundle. */
final class FlashSteps {

	private static final Pattern SUM = Pattern.compile("\\b([0-9a-f]{64})\\b"); //$NON-NLS-1$
	private static final Map<String, String> UNPACKERS = Map.of("gzip", "zcat", "xz", "xzcat", "bzip2", "bzcat", "zstd", "zstdcat", "lz4", "lz4cat"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
	private static final String SCRIPT = "/tmp/bt-script"; //$NON-NLS-1$
	private static final long SAMPLE = 4 << 20;
	/** What stands in a URL for what is not told. */
	private static final String HIDDEN = "\u2026"; //$NON-NLS-1$
	private static final String RAW = ImageInfo.RAW;

	private final Session session;
	private final UbootFlasherConfig config;
	private final FlashRequest request;
	private final Device device;
	private final List<String> preflash;
	private final Payload payload;
	private final Serving serving;
	private final Fetching fetching;
	private final SystemSteps system;
	private final Rates rates;
	private final Log log;
	private String disk;
	private String summer;
	private Content content;
	private Outcome outcome = Outcome.UNCHANGED;
	private long written;

	FlashSteps(Session session, UbootFlasherConfig config, FlashRequest request, Device device, List<String> preflash, Payload payload,
			Serving serving, Fetching fetching, Rates rates, Log log) {
		this.session = session;
		this.config = config;
		this.request = request;
		this.device = device;
		this.preflash = preflash;
		this.payload = payload;
		this.serving = serving;
		this.fetching = fetching;
		this.system = new SystemSteps(session, config.network());
		this.rates = rates;
		this.log = log;
	}

	List<Stage> stages() {
		final var target = new Stage(Stages.TARGET, Place.SYSTEM, Place.SYSTEM, false, this::target);
		final var write = new Stage(Stages.WRITE, Place.SYSTEM, Place.SYSTEM, true, this::write);
		final var sync = new Stage(Stages.SYNC, Place.SYSTEM, Place.SYSTEM, true, this::sync);
		return request.verify() ? List.of(target, write, sync, new Stage(Stages.VERIFY, Place.SYSTEM, Place.SYSTEM, true, this::verify))
				: List.of(target, write, sync);
	}

	/** What the target holds now. */
	Outcome outcome() {
		return outcome;
	}

	/** How many bytes of it were written. */
	long written() {
		return written;
	}

	Optional<Content> content() {
		return Optional.ofNullable(content);
	}

	private void target() throws BenchException {
		system.network();
		fetching.prepare();
		disk = system.disk(device);
		final long capacity = system.size(disk);
		final OptionalLong wanted = payload.info().unpackedBytes();
		if (wanted.isPresent() && wanted.getAsLong() > capacity) {
			throw tooLarge(wanted.getAsLong(), capacity);
		}
		final Shell shell = session.shell();
		summer = shell.has("sha256sum") ? "sha256sum" : "openssl dgst -sha256"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (request.verify() && !summer.equals("sha256sum") && !shell.has("openssl")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw session.settled(BenchException.failed(Messages.FlashSteps_noSum).next(Messages.FlashSteps_noSumNext).build());
		}
		if (shell.run("grep -q " + Quoting.shell("^" + disk + "[p0-9]* ") + " /proc/mounts").succeeded()) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			throw session.settled(BenchException.failed(NLS.bind(Messages.FlashSteps_mounted, disk)).next(Messages.FlashSteps_mountedNext).build());
		}
	}

	/** The image as this machine has read it; one that cannot be read is none the next time. */
	private Content read() throws BenchException {
		try {
			return payload.await(log.token());
		} catch (BenchException e) {
			throw session.settled(e);
		}
	}

	private BenchException tooLarge(long wanted, long capacity) {
		return session.settled(BenchException.failed(NLS.bind(Messages.FlashSteps_tooLarge, disk))
				.why(NLS.bind(Messages.FlashSteps_tooLargeWhy, new ByteSize(wanted).display(), new ByteSize(capacity).display()))
				.next(Messages.Meaning_fullNext).build());
	}

	private void write() throws BenchException {
		final Source source = source();
		outcome = Outcome.INCOMPLETE;
		for (final String command : preflash) {
			log.message(command);
			session.shell().check(command);
		}
		log.message(source.words);
		written = 0;
		final long start = System.nanoTime();
		if (source.fls.isPresent()) {
			run(source.fls.get());
		} else {
			log.total(source.pieces.stream().filter(piece -> piece.kind() != Piece.Kind.FREE).mapToLong(Piece::length).sum());
			fetching.download("write", BoardScripts.write(source.command, disk, source.pieces, source.whole), SCRIPT); //$NON-NLS-1$
			run("sh " + SCRIPT); //$NON-NLS-1$
		}
		written = content == null ? log.bytes() : content.toWrite();
		final long nanos = Math.max(1, System.nanoTime() - start);
		if (written > SAMPLE) {
			rates.put(source.format, (long) (written * 1e9 / nanos));
		}
	}

	/** A script of the board's, whose lines of progress go to ours. */
	private void run(String command) throws BenchException {
		final Answer answer = session.shell().run(command, config.timeouts().silence(), line -> {
			if (line.startsWith(BoardScripts.PROGRESS)) {
				final long bytes = Long.parseLong(line.substring(BoardScripts.PROGRESS.length()).strip());
				log.advance(bytes);
				written += bytes;
			}
		});
		final boolean cut = answer.status() == BoardScripts.SHORT;
		if (!answer.succeeded()) {
			final String words = answer.output().lines().filter(line -> !line.startsWith(BoardScripts.PROGRESS)).reduce((a, b) -> a + '\n' + b).orElse(""); //$NON-NLS-1$
			final var failure = Meaning.of(cut ? Messages.FlashSteps_cut : Messages.FlashSteps_write, words + (cut ? "\nshort read" : ""), Messages.FlashSteps_writeNext); //$NON-NLS-1$ //$NON-NLS-2$
			throw answer.status() == BoardScripts.WRITE_FAILED && words.contains("No space left") ? session.settled(failure) : failure; //$NON-NLS-1$
		}
	}

	/**
	 * Where the bytes come from.
	 *
	 * @param command gives them on the board
	 * @param whole whether what is free is among them
	 * @param format what is unpacked on the board
	 * @param fls the whole command where that tool writes
	 */
	private record Source(String command, List<Piece> pieces, boolean whole, String format, String words, Optional<String> fls) {
	}

	private Source source() throws BenchException {
		final Shell shell = session.shell();
		final boolean fls = config.method() == Method.FLS || config.method() == Method.AUTO && shell.has("fls"); //$NON-NLS-1$
		final String format = payload.info().format();
		if (config.fetch() == Fetch.BOARD && request.label().startsWith("http") && Urls.isUrl(request.label())) { //$NON-NLS-1$
			if (Urls.redacted(request.label()).equals(request.label()) && !request.label().contains(HIDDEN)) {
				fetching.authenticate(request.label(), fls);
				return fls ? fls(request.label()) : stream(fetching.foreign(request.label()), format, NLS.bind(Messages.FlashSteps_fromUrl, request.label()));
			}
			log.message(Messages.FlashSteps_hiddenUrl);
		}
		serving.start("http", false); //$NON-NLS-1$
		if (fls) {
			final Path image = payload.local().isPresent() ? payload.local().get() : read().whole();
			return fls(serving.publish("http", false, image.getFileName().toString(), image)); //$NON-NLS-1$
		}
		if (packedOnBoard(format)) {
			final String url = serving.publish("http", false, "image." + format, payload.local().get()); //$NON-NLS-1$ //$NON-NLS-2$
			return stream(fetching.own(url), format, Messages.FlashSteps_onBoard);
		}
		content = read();
		final String url = serving.publish("http", false, "image", content.data()); //$NON-NLS-1$ //$NON-NLS-2$
		return new Source(fetching.own(url), content.pieces(), false, RAW, Messages.FlashSteps_onHost, Optional.empty());
	}

	private Source fls(String url) throws BenchException {
		return new Source("", List.of(), true, RAW, Messages.FlashSteps_fls, //$NON-NLS-1$
				Optional.of(fetching.fls(url) + ' ' + Quoting.shell(disk)));
	}

	private Source stream(String command, String format, String words) throws BenchException {
		content = read();
		final String whole = payload.packed() ? command + " | " + unpacker(format).orElseThrow(() -> noUnpacker(format)) : command; //$NON-NLS-1$
		return new Source(whole, content.streamed(), true, format, words, Optional.empty());
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

	private void sync() throws BenchException {
		final Answer answer = session.shell().run("sync", config.timeouts().sync(), line -> { }); //$NON-NLS-1$
		if (!answer.succeeded()) {
			throw Meaning.of(Messages.FlashSteps_sync, answer.output(), Messages.FlashSteps_writeNext);
		}
		content = read();
		if (!request.verify()) {
			outcome = Outcome.WRITTEN;
		}
	}

	private void verify() throws BenchException {
		log.total(content.toWrite());
		session.shell().run("echo 3 > /proc/sys/vm/drop_caches"); //$NON-NLS-1$
		fetching.download("read", BoardScripts.read(disk, content.pieces(), summer), SCRIPT); //$NON-NLS-1$
		final Answer answer = session.shell().run("sh " + SCRIPT, config.timeouts().silence(), line -> { //$NON-NLS-1$
			if (line.startsWith(BoardScripts.PROGRESS)) {
				log.advance(Long.parseLong(line.substring(BoardScripts.PROGRESS.length()).strip()));
			}
		});
		final var sum = SUM.matcher(answer.output());
		if (!answer.succeeded() || !sum.find()) {
			throw Meaning.of(Messages.FlashSteps_unreadable, answer.output(), Messages.FlashSteps_writeNext);
		}
		if (!sum.group(1).equals(content.sumOfMapped())) {
			throw session.settled(BenchException.failed(Messages.FlashSteps_differs)
					.why(NLS.bind(Messages.FlashSteps_differsWhy, content.sumOfMapped(), sum.group(1))).next(Messages.FlashSteps_differsNext).build());
		}
		outcome = Outcome.VERIFIED;
	}
}
