package dev.benchtop.qemu;

import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;

/** Makes virtual boards: {@code type: qemu}. */
@Component
public final class QemuDriverFactory implements DriverFactory<QemuConfig> {

	private final Imaging imaging;
	private final Host host;

	@Activate
	public QemuDriverFactory(@Reference Imaging imaging) {
		this(imaging, Host.system());
	}

	QemuDriverFactory(Imaging imaging, Host host) {
		this.imaging = imaging;
		this.host = host;
	}

	@Override
	public String type() {
		return "qemu"; //$NON-NLS-1$
	}

	@Override
	public Class<QemuConfig> configType() {
		return QemuConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_qemu.driver.Qemu"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/qemu.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(QemuConfig config) {
		return Shape.of(config);
	}

	@Override
	public Driver create(DriverContext context, QemuConfig config) throws BenchException {
		Shape.check(context.board(), config);
		if (config.flsAllowCustomBinaries() || isSet(config.flsVersion()) || isSet(config.flsCustomBinaryUrl())) {
			System.getLogger(QemuDriverFactory.class.getName()).log(System.Logger.Level.WARNING, NLS.bind(Messages.QemuDriverFactory_fls, context.board()));
		}
		return new QemuDriver(context, config, host, imaging);
	}

	private static boolean isSet(String text) {
		return text != null && !text.isBlank();
	}
}
