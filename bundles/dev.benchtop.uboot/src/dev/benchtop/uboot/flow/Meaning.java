package dev.benchtop.uboot.flow;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;

/** What a board's words mean, and what to try. */
final class Meaning {

	private record Known(Pattern words, String meaning, String next) {
	}

	private static final List<Known> KNOWN = List.of(
			new Known(Pattern.compile("(?i)no ethernet found|no link|link is down|auto negotiation.*timeout|phy.*(not found|failed)"), Messages.Meaning_noLink, Messages.Meaning_noLinkNext), //$NON-NLS-1$
			new Known(Pattern.compile("Retry time exceeded|BOOTP broadcast (?:[5-9]|1\\d)"), Messages.Meaning_noDhcp, Messages.Meaning_noDhcpNext), //$NON-NLS-1$
			new Known(Pattern.compile("Retry count exceeded|(?:T ){3}"), Messages.Meaning_timeout, Messages.Meaning_timeoutNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)no space left on device"), Messages.Meaning_full, Messages.Meaning_fullNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)read-only file system|operation not permitted"), Messages.Meaning_readOnly, Messages.Meaning_readOnlyNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)input/output error|CRC|I/O error"), Messages.Meaning_io, Messages.Meaning_ioNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)certificate|SSL|TLS"), Messages.Meaning_tls, Messages.Meaning_tlsNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)server returned error|HTTP/1\\.\\d [45]|returned error: [45]"), Messages.Meaning_http, Messages.Meaning_httpNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)short read|connection (?:closed|reset)|transfer closed|broken pipe"), Messages.Meaning_cut, Messages.Meaning_cutNext), //$NON-NLS-1$
			new Known(Pattern.compile("(?i)network is unreachable|no route to host|can't connect|connection refused|failed to connect|bad address|resolve"), Messages.Meaning_unreachable, Messages.Meaning_unreachableNext)); //$NON-NLS-1$

	private Meaning() {
	}

	/** An error that says what the board's words mean, where that is known; {@code next} where it is not. */
	static BenchException of(String what, String words, String next) {
		for (final Known known : KNOWN) {
			if (known.words.matcher(words).find()) {
				return BenchException.failed(what).why(known.meaning + '\n' + words.strip()).next(known.next).build();
			}
		}
		return BenchException.failed(what).why(words.strip()).next(next).build();
	}

	/** An error of a file that U-Boot could not load from {@code asked}. */
	static BenchException ofLoad(String file, String words, InetSocketAddress asked, FileServer server) {
		final String what = NLS.bind(Messages.Meaning_load, file);
		final String address = asked.getAddress().getHostAddress() + ':' + asked.getPort();
		if (words.contains("Unknown command")) { //$NON-NLS-1$
			return BenchException.usage(what).why(words.strip()).next(Messages.BootSteps_noWgetNext).build();
		}
		if (words.contains("File not found") || words.contains("Access violation") || words.contains("404")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			final boolean ours = server.missing().stream().anyMatch(missing -> missing.name().endsWith(file));
			return BenchException.failed(what).why(NLS.bind(ours ? Messages.Meaning_notThere : Messages.Meaning_otherServer, address) + '\n' + words.strip())
					.next(Messages.Meaning_otherServerNext).build();
		}
		if (words.contains("Retry count exceeded") || words.contains("T T T")) { //$NON-NLS-1$ //$NON-NLS-2$
			return BenchException.failed(what).why(NLS.bind(Messages.Meaning_noAnswer, address) + '\n' + words.strip())
					.next(NLS.bind(Messages.Meaning_noAnswerNext, Integer.toString(asked.getPort()))).build();
		}
		return of(what, words, Messages.Meaning_loadNext);
	}
}
