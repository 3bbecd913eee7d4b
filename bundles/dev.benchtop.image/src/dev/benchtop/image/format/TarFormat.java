package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** tar archives with an image, and perhaps its block map. */
@Component(service = ImageFormat.class)
public final class TarFormat extends ArchiveFormat {

	static final String LABEL = "tar"; //$NON-NLS-1$
	private static final int MAGIC = 257;

	@Activate
	public TarFormat() {
		super(LABEL);
	}

	@Override
	public int headLength() {
		return 512;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return head.remaining() > MAGIC && Magic.startsWith(head.slice(head.position() + MAGIC, head.remaining() - MAGIC), 'u', 's', 't', 'a', 'r');
	}

	@Override
	public InputStream unpack(InputStream packed) throws IOException {
		return new ArchiveStream(LABEL, packed, new TarArchiveInputStream(packed), entry -> OptionalLong.empty());
	}

	@Override
	Archive open(Bytes packed) throws IOException {
		try {
			return new Opened(new TarFile(new BytesChannel(packed)));
		} catch (IOException | RuntimeException e) {
			throw new IOException(NLS.bind(Messages.Archive_open, LABEL, e.getMessage()), e);
		}
	}

	private record Opened(TarFile tar) implements Archive {

		@Override
		public String label() {
			return LABEL;
		}

		@Override
		public List<Member> members() {
			return tar.getEntries().stream().filter(TarArchiveEntry::isFile).map(entry -> new Member(entry.getName(), entry.getRealSize(), OptionalLong.empty()))
					.toList();
		}

		@Override
		public InputStream open(Member member) throws IOException {
			return tar.getInputStream(tar.getEntries().stream().filter(entry -> entry.getName().equals(member.name())).findFirst().orElseThrow());
		}

		@Override
		public void close() throws IOException {
			tar.close();
		}
	}
}
