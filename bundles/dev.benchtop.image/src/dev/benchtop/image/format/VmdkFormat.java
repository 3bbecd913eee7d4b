package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** VMDK images that are one sparse file, packed or not. */
@Component(service = ImageFormat.class)
public final class VmdkFormat extends DiskFormat {

	static final String LABEL = "VMDK"; //$NON-NLS-1$

	@Override
	public String id() {
		return "vmdk"; //$NON-NLS-1$
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
		return Magic.startsWith(head, 'K', 'D', 'M', 'V');
	}

	@Override
	Clusters open(Bytes packed) throws IOException {
		return VmdkClusters.open(packed);
	}
}
