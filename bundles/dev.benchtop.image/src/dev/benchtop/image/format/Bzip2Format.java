package dev.benchtop.image.format;

import java.io.InputStream;
import java.nio.ByteBuffer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** bzip2, with all its streams. */
@Component(service = ImageFormat.class)
public final class Bzip2Format extends MagicFormat {

	static final String LABEL = "bzip2"; //$NON-NLS-1$

	@Activate
	public Bzip2Format() {
		super("bzip2", LABEL, 'B', 'Z', 'h'); //$NON-NLS-1$
	}

	@Override
	public int headLength() {
		return 10;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		if (!super.matches(head) || head.remaining() < headLength()) {
			return false;
		}
		final int level = head.get(head.position() + 3);
		final var block = head.slice(head.position() + 4, 6);
		return level >= '1' && level <= '9'
				&& (Magic.startsWith(block, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59) || Magic.startsWith(block, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
	}

	@Override
	public InputStream unpack(InputStream packed) {
		return new Bzip2Input(packed);
	}
}
