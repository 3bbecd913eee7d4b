package dev.benchtop.core.capability;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Verb;

/** Serves files to boards over one protocol. */
public interface FileServer extends Capability {

	/** How a transfer stands. */
	enum Outcome {
		RUNNING, DONE, FAILED, NOT_FOUND
	}

	/**
	 * One transfer.
	 *
	 * @param id tells it from all others of this server
	 * @param upload whether the client sends
	 * @param done bytes so far
	 * @param total bytes in all; -1 where it is not known
	 * @param rate bytes per second: of the last seconds while it runs, of the whole once it has ended
	 * @param retransmits packets that were sent again
	 * @param options what was negotiated, in words: {@code blksize 1468, windowsize 16}
	 * @param time how long it has run, or ran
	 */
	record Transfer(long id, InetSocketAddress client, String name, boolean upload, long done, long total, long rate, int retransmits,
			String options, Instant since, Duration time, Outcome outcome, Optional<String> error) {

		/** How long it still takes at this rate, while it runs. */
		public Optional<Duration> left() {
			return outcome != Outcome.RUNNING || total < 0 || rate <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis((total - done) * 1000 / rate));
		}
	}

	/**
	 * A name that was asked for and is not there.
	 *
	 * @param client who asked last
	 * @param last when
	 * @param times how often
	 * @param near names that are there and nearly the same, the nearest first
	 */
	record Missing(String name, InetSocketAddress client, Instant last, int times, List<String> near) {
	}

	/** Hears of transfers on the thread that does them; quick. */
	interface Listener {

		/** Hears nothing. */
		Listener NONE = new Listener() { };

		default void began(Transfer transfer) {
		}

		default void ended(Transfer transfer) {
		}

		/** A name was asked for that is not there. */
		default void missed(Missing missing) {
		}
	}

	/** The protocol: {@code tftp} or {@code http}. */
	String protocol();

	/** Starts, and returns the address it is bound to; returns that address where it runs already. */
	InetSocketAddress start() throws BenchException;

	/** Ends all transfers and gives the address back. */
	void stop() throws BenchException;

	/** The address it is bound to while it runs. */
	Optional<InetSocketAddress> address();

	/** The address that a board is told while it runs: how the board sees this machine, where that is another one than it is bound to. */
	default Optional<InetSocketAddress> seen() {
		return address();
	}

	/** What it serves, in words for people: a folder, or a storage's name; empty where it serves nothing but published files. */
	default String root() {
		return ""; //$NON-NLS-1$
	}

	/** Serves a file under a virtual name; returns the URL at which a board that sees this machine as {@code self} gets it. */
	String publish(String name, Path file, InetAddress self) throws BenchException;

	/** Takes a published name back. */
	void withdraw(String name);

	/** The virtual names that are published, each with its URL for a board that is told {@link #seen}. */
	default Map<String, String> published() {
		return Map.of();
	}

	/** The live transfers and the last ended ones, newest first. */
	List<Transfer> transfers();

	/** The last names that were asked for and are not there, newest first. */
	default List<Missing> missing() {
		return List.of();
	}

	/** Forgets the transfers that have ended and the names that were not there. */
	default void forget() {
	}

	@Override
	default List<Verb> verbs() {
		return FileServerVerbs.of(this);
	}
}
