package dev.benchtop.qemu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;

/** Makes virtual boards: {@code type: qemu}. */
@Component
public final class QemuDriverFactory implements DriverFactory<QemuConfig> {

	private static final Pattern DISK = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,19}"); //$NON-NLS-1$

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
		final var children = new LinkedHashMap<String, NodeShape>();
		children.put(Machine.POWER, NodeShape.of(Power.class));
		children.put(Machine.CONSOLE, NodeShape.of(Console.class));
		children.put(Machine.FLASHER, new NodeShape(Set.of(Flasher.class), List.copyOf(config.allDisks().keySet()), Map.of()));
		return new NodeShape(Set.of(HostLink.class), List.of(), children);
	}

	@Override
	public Driver create(DriverContext context, QemuConfig config) throws BenchException {
		for (final String name : config.allDisks().keySet()) {
			if (!DISK.matcher(name).matches()) {
				throw BenchException.usage(NLS.bind(Messages.QemuDriverFactory_diskName, name)).where(context.board()).build();
			}
		}
		return new QemuDriver(context, config, host, imaging);
	}
}
