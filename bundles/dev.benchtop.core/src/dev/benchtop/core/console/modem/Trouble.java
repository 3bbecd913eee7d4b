package dev.benchtop.core.console.modem;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** What goes wrong with a transfer, in words for people. */
final class Trouble {

	private Trouble() {
	}

	static BenchException reading(Path file, IOException why) {
		return BenchException.failed(Messages.Trouble_unreadable).where(file.toString()).why(why).build();
	}

	static BenchException writing(Path file, IOException why) {
		return BenchException.failed(Messages.Trouble_unwritable).where(file.toString()).why(why).build();
	}

	/** The other side does not take part. */
	static BenchException silent(Protocol protocol) {
		return BenchException.failed(NLS.bind(Messages.Trouble_silent, protocol.label())).next(Messages.Trouble_silentNext).build();
	}

	/** The other side gave up. */
	static BenchException abandoned() {
		return BenchException.failed(Messages.Trouble_abandoned).build();
	}

	/** Too many blocks were damaged. */
	static BenchException noise() {
		return BenchException.failed(Messages.Trouble_noise).next(Messages.Trouble_noiseNext).build();
	}
}
