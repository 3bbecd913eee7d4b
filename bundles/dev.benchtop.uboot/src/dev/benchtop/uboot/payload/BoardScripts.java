package dev.benchtop.uboot.payload;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.payload.Piece.Kind;

/**
 * Shell scripts that a board runs: they write and read pieces with dd, and tell after each part how many bytes it had.
 * They ask of the board no more than an ash or a bash, dd and what their callers name.
 */
public final class BoardScripts {

	/** A line of progress begins so; the number of bytes follows. */
	public static final String PROGRESS = "@bt "; //$NON-NLS-1$
	/** The status of a script whose source ended early. */
	public static final int SHORT = 8;
	/** The status of a script whose dd failed. */
	public static final int WRITE_FAILED = 9;

	private static final long PART = 16 << 20;
	private static final long BLOCK = 1 << 20;
	/** What a disk of any kind takes in one piece past its cache. */
	private static final long SECTOR = 4096;

	/** Tells of progress on a descriptor of its own, which is the output of the whole. */
	private static final String TELLING = "exec 3>&1\n"; //$NON-NLS-1$
	private static final String HEAD = """
			T=%s
			(set -o pipefail) 2>/dev/null && set -o pipefail
			n() { echo "@bt $(($1 * $2))" >&3; }
			f() { cat /tmp/bt-dd >&3; exit 9; }
			"""; //$NON-NLS-1$
	/** {@code w BLOCK SEEK COUNT CONV [DIRECT]}: from the stream. */
	private static final String WRITE = """
			w() { dd of="$T" bs=$1 seek=$2 count=$3 iflag=fullblock conv=$4 $5 2>/tmp/bt-dd || f; read r </tmp/bt-dd; [ "$r" = "$3+0 records in" ] || exit 8; n $1 $3; }
			z() { dd if=/dev/zero of="$T" bs=$1 seek=$2 count=$3 conv=$4 $5 2>/tmp/bt-dd || f; n $1 $3; }
			d() { dd of=/dev/null bs=$1 count=$3 iflag=fullblock 2>/tmp/bt-dd || f; read r </tmp/bt-dd; [ "$r" = "$3+0 records in" ] || exit 8; }
			"""; //$NON-NLS-1$
	private static final String READ = """
			r() { dd if="$T" bs=$1 skip=$2 count=$3 2>/tmp/bt-dd || f; n $1 $3; }
			"""; //$NON-NLS-1$

	private BoardScripts() {
	}

	/**
	 * Writes a stream to a device.
	 *
	 * @param source the command that gives the stream: the pieces of data one after the other
	 * @param whole whether what is free is in the stream too
	 */
	public static String write(String source, String device, List<Piece> pieces, boolean whole) throws BenchException {
		final var script = new StringBuilder(TELLING).append(HEAD.formatted(Quoting.shell(device))).append(WRITE).append(source).append(" | {\n"); //$NON-NLS-1$
		for (final Piece piece : pieces) {
			final Optional<Character> verb = switch (piece.kind()) {
			case DATA -> Optional.of('w');
			case ZERO -> Optional.of('z');
			case FREE -> whole ? Optional.of('d') : Optional.empty();
			};
			verb.ifPresent(letter -> parts(script, letter, piece, true));
		}
		return script.append("}\n").toString(); //$NON-NLS-1$
	}

	/** Prints the SHA-256 of all that is mapped of a device, one piece after the other. {@code sum} reads a stream and prints its sum first. */
	public static String read(String device, List<Piece> pieces, String sum) throws BenchException {
		final var script = new StringBuilder(TELLING).append(HEAD.formatted(Quoting.shell(device))).append(READ).append("{\n"); //$NON-NLS-1$
		pieces.stream().filter(piece -> piece.kind() != Kind.FREE).forEach(piece -> parts(script, 'r', piece, false));
		return script.append("} | ").append(sum).append('\n').toString(); //$NON-NLS-1$
	}

	/** Prints the first {@code length} bytes of a device; tells of progress on descriptor 3, which whoever runs it opens. */
	public static String all(String device, long length) throws BenchException {
		final var script = new StringBuilder(HEAD.formatted(Quoting.shell(device))).append(READ);
		parts(script, 'r', new Piece(Kind.DATA, 0, length), false);
		return script.toString();
	}

	private static void parts(StringBuilder script, char verb, Piece piece, boolean writes) {
		for (long at = piece.position(); at < piece.end();) {
			final long block = block(at, piece.end() - at);
			final long count = Math.max(1, Math.min(piece.end() - at, PART) / block);
			script.append(verb).append(' ').append(block).append(' ').append(at / block).append(' ').append(count);
			if (writes) {
				script.append(block % SECTOR == 0 ? " notrunc oflag=direct" : " notrunc,fsync"); //$NON-NLS-1$ //$NON-NLS-2$
			}
			script.append('\n');
			at += block * count;
		}
	}

	/** The largest block that begins at a multiple of itself and is no longer than what is left; a short rest is read as one. */
	private static long block(long position, long left) {
		long block = BLOCK;
		while (position % block != 0 || block > left) {
			block /= 2;
		}
		return block < SECTOR ? Math.min(block, Long.lowestOneBit(left)) : block;
	}
}
