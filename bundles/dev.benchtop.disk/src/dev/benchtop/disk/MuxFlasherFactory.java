package dev.benchtop.disk;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;

/** Makes flashers over whatever moves a medium between this machine and a board: {@code type: mux-flasher}. */
@Component(service = DriverFactory.class)
public final class MuxFlasherFactory implements DriverFactory<MuxFlasherConfig> {

	private static final String MUX = "mux"; //$NON-NLS-1$
	private static final String POWER = "power"; //$NON-NLS-1$

	private final Imaging imaging;

	@Activate
	public MuxFlasherFactory(@Reference Imaging imaging) {
		this.imaging = imaging;
	}

	@Override
	public String type() {
		return "mux-flasher"; //$NON-NLS-1$
	}

	@Override
	public Class<MuxFlasherConfig> configType() {
		return MuxFlasherConfig.class;
	}

	@Override
	public String icon() {
		return "icons/mux.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(MuxFlasherConfig config) {
		return new NodeShape(Set.of(Flasher.class), List.of(config.target()), Map.of());
	}

	@Override
	public Driver create(DriverContext context, MuxFlasherConfig config) throws BenchException {
		final StorageMux mux = context.child(MUX, StorageMux.class).orElseThrow(() -> BenchException
				.usage(NLS.bind(Messages.MuxFlasherFactory_noMux, context.node())).where(context.board()).next(Messages.MuxFlasherFactory_noMuxNext).build());
		return Driver.of(new MuxFlasher(context, config, mux, context.child(POWER, Power.class), imaging));
	}
}
