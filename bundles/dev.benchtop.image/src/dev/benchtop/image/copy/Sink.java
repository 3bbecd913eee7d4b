package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget.Session;

/** Where a copy writes to; nothing is written any more once it was aborted. */
record Sink(Session session, CopyState state, String target) {

	/** Writes what remains of {@code data}. */
	void write(ByteBuffer data, long position) throws BenchException {
		state.touch();
		final int from = data.position();
		try {
			session.write(data, position);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Copy_write, position + data.position() - from)).where(target).why(e).build();
		} catch (RuntimeException | Error e) {
			throw BenchException.failed(Messages.Copy_failed).where(target).why(e).build();
		}
	}
}
