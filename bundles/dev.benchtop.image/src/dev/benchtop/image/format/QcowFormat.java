package dev.benchtop.image.format;

import java.io.IOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** qcow2 images, with the files that they are based on. */
@Component(service = ImageFormat.class)
public final class QcowFormat extends DiskFormat {

	static final String LABEL = "qcow2"; //$NON-NLS-1$

	@Activate
	public QcowFormat() {
		super("qcow2", LABEL, 'Q', 'F', 'I', 0xfb); //$NON-NLS-1$
	}

	@Override
	Clusters open(Bytes packed) throws IOException {
		return QcowClusters.open(packed, 0);
	}
}
