package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockInput;
import dev.benchtop.image.format.Archive.Member;

/** A file of an archive, which must be as long and have the sum that the archive says. */
final class MemberInput extends BlockInput {

	private final Archive archive;
	private final Member member;
	private final InputStream in;
	private final CRC32 crc = new CRC32();
	private long read;

	MemberInput(Archive archive, Member member, InputStream in) {
		this.archive = archive;
		this.member = member;
		this.in = in;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		final int count;
		try {
			count = in.read(to, at, length);
		} catch (IOException | RuntimeException e) {
			throw broken(e.getMessage() == null ? e.toString() : e.getMessage(), e);
		}
		if (count > 0) {
			read += count;
			crc.update(to, at, count);
		}
		if (read > member.size() || count < 0 && read < member.size()) {
			throw broken(NLS.bind(Messages.Archive_size, read, member.size()), null);
		}
		if (count < 0 && member.crc().isPresent() && member.crc().getAsLong() != crc.getValue()) {
			throw broken(Messages.Archive_crc, null);
		}
		return count;
	}

	private IOException broken(String why, Exception cause) {
		return new IOException(NLS.bind(Messages.Archive_broken, new Object[] { member.name(), archive.label(), why }), cause);
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
