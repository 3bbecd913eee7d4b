package dev.benchtop.cli.serve;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Missing;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;
import dev.benchtop.core.spi.CliContext;

/** Prints what a server does, a line for each transfer that ends and each name that is not there; with {@code --json} a JSON value on each line. */
final class Diary implements FileServer.Listener {

	private static final Gson JSON = new Gson();
	private static final double MEGA = 1e6;
	private static final double MILLIS = 1000;

	/** Says that nothing more will come. */
	private record End() {
	}

	private final CliContext context;
	private final Optional<String> once;
	private final BlockingQueue<Record> news = new LinkedBlockingQueue<>();

	Diary(CliContext context, Optional<String> once) {
		this.context = context;
		this.once = once;
	}

	@Override
	public void ended(Transfer transfer) {
		news.add(transfer);
	}

	@Override
	public void missed(Missing missing) {
		news.add(missing);
	}

	/** Prints where the server is, and the URL of each published file. */
	void open(FileServer server, InetSocketAddress bound, Optional<String> root) {
		final String url = url(server, server.seen().orElse(bound));
		if (context.json()) {
			final var line = line("started"); //$NON-NLS-1$
			line.put("protocol", server.protocol()); //$NON-NLS-1$
			line.put("address", bound.getAddress().getHostAddress()); //$NON-NLS-1$
			line.put("port", bound.getPort()); //$NON-NLS-1$
			line.put("url", url); //$NON-NLS-1$
			line.put("published", server.published()); //$NON-NLS-1$
			print(line);
			return;
		}
		root.ifPresent(words -> context.out().println(NLS.bind(Messages.Diary_folder, words, url)));
		server.published().forEach((name, address) -> context.out().println(NLS.bind(Messages.Diary_file, name, address)));
		context.err().println(Messages.Diary_stopWith);
	}

	private static String url(FileServer server, InetSocketAddress seen) {
		final String host = seen.getAddress().getHostAddress();
		return server.protocol() + "://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + seen.getPort() + '/'; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Prints until Ctrl-C, or until the one file has been fetched; returns the exit code. */
	int keep() throws BenchException {
		try (var _ = context.token().onCancel(() -> news.add(new End()))) {
			while (true) {
				switch (news.take()) {
					case Transfer transfer -> {
						print(transfer);
						if (once.filter(transfer.name()::equals).isPresent() && isWhole(transfer)) {
							return 0;
						}
					}
					case Missing missing -> print(missing);
					default -> {
						return BenchException.Kind.CANCELLED.exitCode();
					}
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** A client that only asked for the size has not fetched anything. */
	private static boolean isWhole(Transfer transfer) {
		return transfer.outcome() == Outcome.DONE && (transfer.total() < 0 || transfer.done() >= transfer.total());
	}

	private void print(Transfer transfer) {
		if (context.json()) {
			final var line = line("transfer"); //$NON-NLS-1$
			line.put("client", text(transfer.client())); //$NON-NLS-1$
			line.put("name", transfer.name()); //$NON-NLS-1$
			line.put("upload", transfer.upload()); //$NON-NLS-1$
			line.put("outcome", transfer.outcome().name().toLowerCase(Locale.ROOT)); //$NON-NLS-1$
			line.put("bytes", transfer.done()); //$NON-NLS-1$
			line.put("seconds", transfer.time().toMillis() / MILLIS); //$NON-NLS-1$
			line.put("rate", transfer.rate()); //$NON-NLS-1$
			line.put("options", transfer.options()); //$NON-NLS-1$
			line.put("retransmits", transfer.retransmits()); //$NON-NLS-1$
			transfer.error().ifPresent(error -> line.put("error", error)); //$NON-NLS-1$
			print(line);
			return;
		}
		final String options = transfer.options().isEmpty() ? "" : "  " + transfer.options(); //$NON-NLS-1$ //$NON-NLS-2$
		final String again = transfer.retransmits() == 0 ? "" : "  " + NLS.bind(Messages.Diary_again, transfer.retransmits()); //$NON-NLS-1$ //$NON-NLS-2$
		final String failed = transfer.error().map(error -> "  " + error).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		context.out().println(NLS.bind(words(transfer), new Object[] {text(transfer.client()), transfer.name(), new ByteSize(transfer.done()).display(),
				String.format("%.1f", transfer.time().toMillis() / MILLIS), String.format("%.1f", transfer.rate() / MEGA)}) + options + again + failed); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String words(Transfer transfer) {
		return transfer.outcome() != Outcome.DONE ? Messages.Diary_failed : transfer.upload() ? Messages.Diary_received : Messages.Diary_sent;
	}

	private void print(Missing missing) {
		if (context.json()) {
			final var line = line("missing"); //$NON-NLS-1$
			line.put("client", text(missing.client())); //$NON-NLS-1$
			line.put("name", missing.name()); //$NON-NLS-1$
			print(line);
		} else {
			context.out().println(NLS.bind(Messages.Diary_missing, text(missing.client()), missing.name()));
		}
	}

	private static Map<String, Object> line(String event) {
		final var line = new LinkedHashMap<String, Object>();
		line.put("event", event); //$NON-NLS-1$
		return line;
	}

	private void print(Map<String, Object> line) {
		context.out().println(JSON.toJson(line));
	}

	private static String text(InetSocketAddress client) {
		return client.getAddress().getHostAddress() + ':' + client.getPort();
	}
}
