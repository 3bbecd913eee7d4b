package dev.benchtop.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.cli.progress.BarProgress;
import dev.benchtop.cli.progress.LineProgress;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.capability.ShellWords;
import dev.benchtop.core.spi.CliContext;

/** One run of one command. */
final class Session implements CliContext, AutoCloseable {

	private final Benches benches;
	private final Root options;
	private final CommandIo io;
	private final boolean needsTrust;
	private Bench bench;
	private Runnable progressEnd = () -> { };

	Session(Benches benches, Root options, CommandIo io, boolean needsTrust) {
		this.benches = benches;
		this.options = options;
		this.io = io;
		this.needsTrust = needsTrust;
	}

	@Override
	public Bench bench() throws BenchException {
		if (bench == null) {
			bench = benches.open(BenchFolder.find(options.bench(), io), Benches.Mode.ONCE);
			if (options.trust()) {
				bench.trust();
			}
			if (needsTrust && !bench.trusted()) {
				throw untrusted(bench);
			}
		}
		return bench;
	}

	private static BenchException untrusted(Bench bench) {
		final var uses = new LinkedHashSet<String>();
		for (final var board : Stream.concat(bench.boards().stream(), bench.storages().stream()).toList()) {
			board.allNodes().stream().filter(node -> !node.type().isEmpty()).forEach(node -> uses.add(node.type() + " (" + board.name() + ')')); //$NON-NLS-1$
		}
		return BenchException.usage(Messages.Session_untrusted).where(bench.folder().toString())
				.why(NLS.bind(Messages.Session_untrustedUses, uses.stream().collect(Collectors.joining(", ")))) //$NON-NLS-1$
				.next(NLS.bind(Messages.Session_untrustedNext, ShellWords.quoted(bench.folder().toString()))).build();
	}

	@Override
	public boolean json() {
		return options.json();
	}

	@Override
	public void json(Object value) {
		out().println(Json.text(value));
	}

	@Override
	public PrintStream out() {
		endProgress();
		return io.out();
	}

	@Override
	public PrintStream err() {
		endProgress();
		return io.err();
	}

	@Override
	public InputStream in() {
		return io.in();
	}

	@Override
	public boolean interactive() {
		return io.interactive();
	}

	@Override
	public Path workingFolder() {
		return io.workingFolder();
	}

	@Override
	public CancelToken token() {
		return io.token();
	}

	@Override
	public Progress progress() {
		endProgress();
		if (json()) {
			return Progress.of(token());
		}
		if (interactive()) {
			final var bar = new BarProgress(io.err(), token(), System::nanoTime);
			progressEnd = bar::end;
			return bar;
		}
		return new LineProgress(io.err(), token(), System::nanoTime);
	}

	/** Leaves the line of a progress bar, so that something else can be printed. */
	void endProgress() {
		progressEnd.run();
		progressEnd = () -> { };
	}

	@Override
	public void close() {
		endProgress();
		if (bench != null) {
			bench.close();
		}
	}
}
