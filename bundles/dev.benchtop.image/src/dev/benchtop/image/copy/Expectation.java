package dev.benchtop.image.copy;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.image.copy.Expected.Of;

/** Holds the hashes of a source against the expected one as they become known. */
final class Expectation {

	private final Expected expected;
	private final Source source;
	private String file;
	private boolean met;

	Expectation(Expected expected, Source source) {
		this.expected = expected;
		this.source = source;
	}

	/** Whether it can be settled before the source is unpacked. */
	boolean isOfFile() {
		return expected.of() != Of.CONTENT || !source.packed();
	}

	/** Whether nothing more has to be known. */
	boolean isMet() {
		return met;
	}

	/** The hash of the file is known; throws where only it could have been the expected one. */
	void file(String hash) throws BenchException {
		file = hash;
		met |= isOfFile() && expected.sha256().equals(hash);
		if (!met && (expected.of() == Of.FILE || !source.packed())) {
			throw differs(Messages.Copy_hashWhyFile, hash, null);
		}
	}

	/** The hash of the content is known, which is the last that comes; throws where none was the expected one. */
	void content(String hash) throws BenchException {
		met |= (expected.of() != Of.FILE || !source.packed()) && expected.sha256().equals(hash);
		if (!met) {
			final boolean either = expected.of() == Of.EITHER && file != null;
			throw either ? differs(Messages.Copy_hashWhyEither, file, hash) : differs(Messages.Copy_hashWhyContent, hash, null);
		}
	}

	private BenchException differs(String why, String first, String second) {
		return BenchException.failed(Messages.Copy_hash).where(source.label())
				.why(NLS.bind(why, new Object[] { expected.from(), expected.sha256(), first, second })).next(Messages.Copy_hashNext).build();
	}
}
