package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.disk.Disks;

/** Makes DUTLink boards, with power, storage and console: {@code type: dutlink}. */
@Component(service = DriverFactory.class)
public final class DutLinkFactory implements DriverFactory<DutLinkConfig> {

	private static final String POWER = "power"; //$NON-NLS-1$
	private static final String STORAGE = "storage"; //$NON-NLS-1$
	private static final String CONSOLE = "console"; //$NON-NLS-1$

	private final Disks disks;
	private final UsbBus bus;

	@Activate
	public DutLinkFactory(@Reference Disks disks) {
		this(disks, new SystemBus(new SysFolder(Path.of("/sys")))); //$NON-NLS-1$
	}

	DutLinkFactory(Disks disks, UsbBus bus) {
		this.disks = disks;
		this.bus = bus;
	}

	@Override
	public String type() {
		return "dutlink"; //$NON-NLS-1$
	}

	@Override
	public Class<DutLinkConfig> configType() {
		return DutLinkConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_dutlink.driver.Dutlink"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/mux.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(DutLinkConfig config) {
		final Map<String, NodeShape> children = new LinkedHashMap<>();
		children.put(POWER, NodeShape.of(Power.class));
		children.put(STORAGE, NodeShape.of(StorageMux.class));
		children.put(CONSOLE, NodeShape.of(Console.class));
		return new NodeShape(Set.of(), List.of(), children);
	}

	@Override
	public Driver create(DriverContext context, DutLinkConfig config) throws BenchException {
		final var board = new DutLink(context.place(), config.serial(), bus);
		final Map<String, Driver> children = new LinkedHashMap<>();
		children.put(POWER, Driver.of(new DutLinkPower(board, context, POWER)));
		final var hardware = new DutLinkSwitch(board);
		children.put(STORAGE, Driver.of(new Mux(context, hardware, new MuxConfig(config.medium(), config.appear(), config.rest()), disks)));
		console(context, config).ifPresent(console -> children.put(CONSOLE, console));
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				return Optional.empty();
			}

			@Override
			public Map<String, Driver> children() {
				return children;
			}

			@Override
			public void close() {
				children.values().forEach(Driver::close);
			}
		};
	}

	/** The board's serial line: a serial driver makes it, of the port with the same USB serial number. */
	private static Optional<Driver> console(DriverContext context, DutLinkConfig config) throws BenchException {
		final String port = config.console().isBlank() ? "2b23:1012" + (config.serial().isEmpty() ? "" : ":" + config.serial()) : config.console(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return context.make(CONSOLE, "serial", Map.of("port", port, "baudrate", config.baudrate())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
