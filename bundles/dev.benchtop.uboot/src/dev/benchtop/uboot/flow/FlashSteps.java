package dev.benchtop.uboot.flow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.uboot.bundle.Device;
import dev.benchtop.uboot.dialogue.Answer;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.payload.BoardScripts;
import dev.benchtop.uboot.payload.Content;
import dev.benchtop.uboot.payload.Payload;
import dev.benchtop.uboot.payload.Piece;

/** Puts one image on one target of a board that is at the shell of its flasher bundle. */
final class FlashSteps {

	private static final Pattern SUM = Pattern.compile("\\b([0-9a-f]{64})\\b"); //$NON-NLS-1$
	private static final String SCRIPT = "/tmp/bt-script"; //$NON-NLS-1$

	private final Session session;
	private final UbootFlasherConfig config;
	private final FlashRequest request;
	private final Device device;
	private final List<String> preflash;
	private final Payload payload;
	private final Sources sources;
	private final Fetching fetching;
	private final SystemSteps system;
	private final Rates rates;
	private final Log log;
	private String disk;
	private long capacity;
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
		this.sources = new Sources(session, config, request, payload, serving, fetching, rates, log);
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
		capacity = system.size(disk);
		final OptionalLong wanted = payload.info().unpackedBytes();
		if (wanted.isPresent() && wanted.getAsLong() > capacity) {
			throw tooLarge(wanted.getAsLong());
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

	private BenchException tooLarge(long wanted) {
		return session.settled(BenchException.failed(NLS.bind(Messages.FlashSteps_tooLarge, disk))
				.why(NLS.bind(Messages.FlashSteps_tooLargeWhy, new ByteSize(wanted).display(), new ByteSize(capacity).display()))
				.next(Messages.Meaning_fullNext).build());
	}

	private void write() throws BenchException {
		final Source source = sources.choose(disk);
		content = source.content();
		if (content.length() > capacity) {
			throw tooLarge(content.length());
		}
		outcome = Outcome.INCOMPLETE;
		for (final String command : preflash) {
			log.message(command);
			session.shell().check(command);
		}
		log.message(source.words());
		written = 0;
		final long start = System.nanoTime();
		if (source.fls().isPresent()) {
			run(source.fls().get());
		} else {
			log.total(source.pieces().stream().filter(piece -> piece.kind() != Piece.Kind.FREE).mapToLong(Piece::length).sum());
			fetching.download("write", BoardScripts.write(source.command(), disk, source.pieces(), source.whole()), SCRIPT); //$NON-NLS-1$
			run("sh " + SCRIPT); //$NON-NLS-1$
		}
		written = content.toWrite();
		final long nanos = Math.max(1, System.nanoTime() - start);
		if (written > Sources.SAMPLE && source.fls().isEmpty()) {
			rates.put(source.format(), (long) (written * 1e9 / nanos));
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

	private void sync() throws BenchException {
		final Answer answer = session.shell().run("sync", config.timeouts().sync(), line -> { }); //$NON-NLS-1$
		if (!answer.succeeded()) {
			throw Meaning.of(Messages.FlashSteps_sync, answer.output(), Messages.FlashSteps_writeNext);
		}
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
