package dev.benchtop.image.format;

import java.io.IOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** VMDK images that are one sparse file, packed or not. */
@Component(service = ImageFormat.class)
public final class VmdkFormat extends DiskFormat {

	static final String LABEL = "VMDK"; //$NON-NLS-1$

	@Activate
	public VmdkFormat() {
		super("vmdk", LABEL, 'K', 'D', 'M', 'V'); //$NON-NLS-1$
	}

	@Override
	Clusters open(Bytes packed) throws IOException {
		return VmdkClusters.open(packed);
	}
}
