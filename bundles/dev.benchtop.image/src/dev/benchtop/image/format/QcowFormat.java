package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** qcow2 images, with the files that they are based on. */
@Component(service = ImageFormat.class)
public final class QcowFormat extends DiskFormat {

	static final String LABEL = "qcow2"; //$NON-NLS-1$

	@Override
	public String id() {
		return "qcow2"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return LABEL;
	}

	@Override
	public int headLength() {
		return 4;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return Magic.startsWith(head, 'Q', 'F', 'I', 0xfb);
	}

	@Override
	Clusters open(Bytes packed) throws IOException {
		return QcowClusters.open(packed, 0);
	}
}
