package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** Zstandard, with all its frames; skippable frames are skipped. */
@Component(service = ImageFormat.class)
public final class ZstdFormat extends MagicFormat implements SeekableFormat {

	static final String LABEL = "Zstandard"; //$NON-NLS-1$

	@Activate
	public ZstdFormat() {
		super("zstd", LABEL, 0x28, 0xb5, 0x2f, 0xfd); //$NON-NLS-1$
	}

	/** A file may begin with a skippable frame, as parallel packers write it; LZ4 has them too, and there they are rare. */
	@Override
	public boolean matches(ByteBuffer head) {
		return super.matches(head)
				|| head.remaining() >= 4 && (head.get(head.position()) & 0xf0) == 0x50 && Magic.startsWith(head.slice(head.position() + 1, 3), 0x2a, 0x4d, 0x18);
	}

	@Override
	public InputStream unpack(InputStream packed) {
		return new ZstdInput(packed);
	}

	@Override
	public Optional<Size> unpackedSize(Bytes packed) throws IOException {
		return new ZstdFrames(packed).contentSize();
	}
}
