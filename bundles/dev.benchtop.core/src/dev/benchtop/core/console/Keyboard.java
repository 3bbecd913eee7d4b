package dev.benchtop.core.console;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLock.Hold;
import dev.benchtop.core.bench.Holder;

/** Who may type: the person or one script of this process, and no other process meanwhile. */
final class Keyboard {

	private final String name;
	private final BoardLock lock;
	private final String part;
	private final LineWriter writer;
	private final Runnable changed;
	private Hold hold;
	private volatile Lease lease;

	/** {@code changed} runs when the keyboard changed hands. */
	Keyboard(String name, BoardLock lock, String part, LineWriter writer, Runnable changed) {
		this.name = name;
		this.lock = lock;
		this.part = part;
		this.writer = writer;
		this.changed = changed;
	}

	/** The script that has it. */
	Optional<String> script() {
		return Optional.ofNullable(lease).map(Lease::by);
	}

	Optional<Holder> heldBy() {
		return lock.heldBy(part);
	}

	/** Types as the person. */
	synchronized void type(byte[] bytes, boolean sensitive) throws BenchException {
		if (lease != null) {
			throw taken(lease.by());
		}
		holdFor(Messages.Keyboard_person);
		writer.send(bytes, sensitive);
	}

	private BenchException taken(String script) {
		return BenchException.failed(NLS.bind(Messages.Keyboard_leased, script)).where(name).next(Messages.Keyboard_leasedNext).build();
	}

	synchronized Lease lease(String by) throws BenchException {
		if (lease != null) {
			throw taken(lease.by());
		}
		final boolean held = hold != null && hold.valid();
		if (held) {
			keep(lock.takeOver(part, by));
		} else {
			keep(lock.acquire(part, by));
		}
		lease = new Lease(this, by, held);
		changed.run();
		return lease;
	}

	/** Gives it to the person: from a script, or from another process. */
	synchronized void takeOver() throws BenchException {
		keep(lock.takeOver(part, Messages.Keyboard_person));
		end(NLS.bind(Messages.Keyboard_takenByPerson, name));
		changed.run();
	}

	/** Types as the script. */
	synchronized void type(Lease by, byte[] bytes, boolean sensitive) throws BenchException {
		if (by.lost()) {
			throw by.loss();
		}
		if (by != lease) {
			throw BenchException.failed(Messages.Keyboard_closed).where(name).build();
		}
		if (!hold.valid()) {
			lost(hold);
			throw by.loss();
		}
		writer.send(bytes, sensitive);
	}

	/** Waits until what the script typed is with the device; a person may take over meanwhile. */
	void drain(Lease by, CancelToken cancel) throws BenchException {
		writer.drain(cancel);
		if (by.lost()) {
			throw by.loss();
		}
	}

	synchronized void giveBack(Lease from) {
		if (lease != from) {
			return;
		}
		lease = null;
		if (from.personHeld()) {
			handToPerson();
		} else {
			giveUp();
		}
		changed.run();
	}

	/** The hold goes on under the person's name; if another process was quicker, it goes to that. */
	private void handToPerson() {
		try {
			if (hold.valid()) {
				keep(lock.takeOver(part, Messages.Keyboard_person));
			}
		} catch (BenchException e) {
			giveUp();
		}
	}

	/** Gives all back. */
	synchronized void close() {
		end(NLS.bind(Messages.Keyboard_lineClosed, name));
		giveUp();
	}

	private void holdFor(String what) throws BenchException {
		if (hold == null || !hold.valid()) {
			keep(lock.acquire(part, what));
		}
	}

	private void keep(Hold now) {
		final Hold before = hold;
		hold = now;
		if (before != null) {
			before.close();
		}
		now.onLost(() -> lost(now));
	}

	private void giveUp() {
		writer.release();
		if (hold != null) {
			hold.close();
			hold = null;
		}
	}

	private void lost(Hold which) {
		synchronized (this) {
			if (hold != which) {
				return;
			}
			hold = null;
			writer.release();
			end(heldBy().map(holder -> NLS.bind(Messages.Keyboard_takenByProcess, holder.command(), holder.pid()))
					.orElse(Messages.Keyboard_taken));
		}
		changed.run();
	}

	private void end(String why) {
		if (lease != null) {
			lease.lose(BenchException.failed(why).where(name).build());
			lease = null;
		}
	}
}
