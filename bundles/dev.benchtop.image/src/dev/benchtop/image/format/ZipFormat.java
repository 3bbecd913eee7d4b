package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** zip archives with an image, and perhaps its block map. */
@Component(service = ImageFormat.class)
public final class ZipFormat extends ArchiveFormat {

	static final String LABEL = "zip"; //$NON-NLS-1$

	@Activate
	public ZipFormat() {
		super(LABEL);
	}

	@Override
	public int headLength() {
		return 4;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return Magic.startsWith(head, 'P', 'K', 3, 4) || Magic.startsWith(head, 'P', 'K', 5, 6);
	}

	@Override
	public InputStream unpack(InputStream packed) throws IOException {
		return new ArchiveStream(LABEL, packed, new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, false),
				entry -> entry.getCrc() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getCrc()));
	}

	@Override
	Archive open(Bytes packed) throws IOException {
		final ZipFile zip;
		try {
			zip = ZipFile.builder().setSeekableByteChannel(new BytesChannel(packed)).get();
		} catch (IOException | RuntimeException e) {
			throw new IOException(NLS.bind(Messages.Archive_open, LABEL, e.getMessage()), e);
		}
		return new Opened(zip);
	}

	private record Opened(ZipFile zip) implements Archive {

		@Override
		public String label() {
			return LABEL;
		}

		@Override
		public List<Member> members() {
			return Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory() && !entry.isUnixSymlink())
					.map(entry -> new Member(entry.getName(), entry.getSize(), entry.getCrc() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getCrc()))).toList();
		}

		@Override
		public InputStream open(Member member) throws IOException {
			final ZipArchiveEntry entry = zip.getEntry(member.name());
			if (!zip.canReadEntryData(entry)) {
				throw new IOException(NLS.bind(Messages.Archive_unreadable, member.name(), LABEL));
			}
			return zip.getInputStream(entry);
		}

		@Override
		public void close() throws IOException {
			zip.close();
		}
	}
}
