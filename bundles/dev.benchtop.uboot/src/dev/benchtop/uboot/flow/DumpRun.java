package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.payload.BoardScripts;
import dev.benchtop.uboot.payload.Piece;
import dev.benchtop.uboot.payload.Piece.Kind;

/** One dump: the board is booted as for a flash, and sends a disk to this machine. */
final class DumpRun {

	private static final Pattern SUM = Pattern.compile("\\b([0-9a-f]{64})\\b"); //$NON-NLS-1$
	private static final String FILE = "dump"; //$NON-NLS-1$
	private static final String SCRIPT = "/tmp/bt-script"; //$NON-NLS-1$

	private final UbootFlasher flasher;
	private final DumpRequest request;
	private final String target;
	private final Progress progress;
	private final Log log;
	private long length;
	private String sum = ""; //$NON-NLS-1$

	DumpRun(UbootFlasher flasher, DumpRequest request, String target, Progress progress) {
		this.flasher = flasher;
		this.request = request;
		this.target = target;
		this.progress = progress;
		this.log = new Log(progress);
	}

	FlashReport run() throws BenchException {
		final Path scratch = flasher.scratch();
		progress.plan(phases());
		log.begin(Stages.PREPARE, -1);
		BenchException failure = null;
		try (FlasherBundle bundle = flasher.open(log.token()); Serving serving = flasher.serving()) {
			failure = attempt(bundle, serving, new Uploads(serving, scratch), scratch);
		} catch (BenchException e) {
			failure = failure == null ? e : failure;
		} finally {
			Scratch.remove(scratch);
		}
		return new FlashReport(failure == null ? Outcome.VERIFIED : Outcome.UNCHANGED, length, Optional.of(sum).filter(text -> !text.isEmpty()), target,
				log.time(), log.times(), Optional.ofNullable(failure));
	}

	private static List<Phase> phases() {
		final var phases = new ArrayList<>(Stages.flash(false));
		phases.set(phases.indexOf(Stages.WRITE), Stages.READ);
		phases.set(phases.indexOf(Stages.SYNC), Stages.VERIFY);
		return phases;
	}

	private BenchException attempt(FlasherBundle bundle, Serving serving, Uploads upload, Path scratch) throws BenchException {
		try (Session session = flasher.session(Messages.DumpRun_by, log.token())) {
			final var boot = new BootSteps(session, flasher.config(), bundle, serving, log);
			bundle.fetch(boot.variant(), Progress.of(log.token()));
			serving.start("tftp", true); //$NON-NLS-1$
			serving.start("http", false); //$NON-NLS-1$
			upload.start();
			final var fetching = new Fetching(session, flasher.config(), serving, scratch.resolve("served")); //$NON-NLS-1$
			final var system = new SystemSteps(session, flasher.config().network());
			final var stages = new ArrayList<>(boot.stages());
			stages.add(new Stage(Stages.TARGET, Place.SYSTEM, Place.SYSTEM, false, () -> {
				system.network();
				fetching.prepare();
			}));
			final var disk = bundle.target(Optional.of(target));
			stages.add(new Stage(Stages.READ, Place.SYSTEM, Place.SYSTEM, true, () -> read(session, system.disk(disk), system, fetching, upload)));
			stages.add(new Stage(Stages.VERIFY, Place.SYSTEM, Place.SYSTEM, true, () -> verify(session, system.disk(disk), fetching)));
			final var finish = new Finish(session, flasher, log);
			flasher.resume(session);
			try {
				new Flow(session, flasher.config(), log).run(stages);
				keep(upload.folder().resolve(FILE));
				finish.well(false);
				return null;
			} catch (BenchException e) {
				return finish.broken(e, Outcome.UNCHANGED);
			}
		}
	}

	private void read(Session session, String disk, SystemSteps system, Fetching fetching, Uploads upload) throws BenchException {
		length = system.size(disk);
		log.total(length);
		fetching.download(FILE, upload.script(session.shell(), disk, FILE, length), SCRIPT);
		run(session, disk);
	}

	/** The board reads it once more, and sums up. */
	private void verify(Session session, String disk, Fetching fetching) throws BenchException {
		log.total(length);
		session.shell().run("echo 3 > /proc/sys/vm/drop_caches"); //$NON-NLS-1$
		final String summer = session.shell().has("sha256sum") ? "sha256sum" : "openssl dgst -sha256"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		fetching.download(FILE, BoardScripts.read(disk, List.of(new Piece(Kind.DATA, 0, length)), summer), SCRIPT);
		final var found = SUM.matcher(run(session, disk));
		if (!found.find()) {
			throw BenchException.failed(NLS.bind(Messages.DumpRun_failed, disk)).build();
		}
		sum = found.group(1);
	}

	private String run(Session session, String disk) throws BenchException {
		final var answer = session.shell().run("sh " + SCRIPT, flasher.config().timeouts().silence(), line -> { //$NON-NLS-1$
			if (line.startsWith(BoardScripts.PROGRESS)) {
				log.advance(Long.parseLong(line.substring(BoardScripts.PROGRESS.length()).strip()));
			}
		});
		if (!answer.succeeded()) {
			throw Meaning.of(NLS.bind(Messages.DumpRun_failed, disk), answer.output(), Messages.FlashSteps_writeNext);
		}
		return answer.output();
	}

	/** Puts what came where it was asked for, once it is what the board read. */
	private void keep(Path came) throws BenchException {
		try (var channel = FileChannel.open(came, StandardOpenOption.READ)) {
			if (!sum.equals(Sums.of(channel))) {
				throw BenchException.failed(Messages.DumpRun_differs).where(request.file().toString()).build();
			}
			final FlashReport report = flasher.tools().imaging().dump(channel, Files.size(came), request, target, Progress.of(log.token()));
			if (report.failure().isPresent()) {
				throw report.failure().get();
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.DumpRun_notKept).where(request.file().toString()).why(e).build();
		}
	}
}
