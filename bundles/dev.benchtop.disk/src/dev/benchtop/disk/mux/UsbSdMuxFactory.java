package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.disk.Disks;

/** Makes USB-SD-Mux boards of Linux Automation, moved by their own program: {@code type: usb-sd-mux}. */
@Component(service = DriverFactory.class)
public final class UsbSdMuxFactory implements DriverFactory<UsbSdMuxConfig> {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final Disks disks;
	private final SysFolder system;

	@Activate
	public UsbSdMuxFactory(@Reference Disks disks) {
		this(disks, new SysFolder(Path.of("/sys"))); //$NON-NLS-1$
	}

	UsbSdMuxFactory(Disks disks, SysFolder system) {
		this.disks = disks;
		this.system = system;
	}

	@Override
	public String type() {
		return "usb-sd-mux"; //$NON-NLS-1$
	}

	@Override
	public Class<UsbSdMuxConfig> configType() {
		return UsbSdMuxConfig.class;
	}

	@Override
	public String icon() {
		return "icons/mux.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(UsbSdMuxConfig config) {
		return NodeShape.of(StorageMux.class);
	}

	@Override
	public Driver create(DriverContext context, UsbSdMuxConfig config) {
		final var lines = Map.of(Position.HOST, program(context, config, "host"), Position.DUT, program(context, config, "dut"), Position.OFF, program(context, config, "off")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final var commands = new CommandSwitch(lines, Optional.of(program(context, config, "get"))); //$NON-NLS-1$
		final var hardware = new MuxSwitch() {
			@Override
			public void move(Position to, CancelToken cancel) throws BenchException {
				commands.move(to, cancel);
			}

			@Override
			public Position position() throws BenchException {
				return commands.position();
			}

			@Override
			public Optional<Path> medium() throws BenchException {
				return system.blockOfGeneric(config.device());
			}
		};
		return Driver.of(new Mux(context, hardware, new MuxConfig(config.medium(), config.appear(), config.rest()), disks));
	}

	private static Program program(DriverContext context, UsbSdMuxConfig config, String action) {
		return Program.of(List.of(config.command(), config.device().toString(), action), context.folder(), TIMEOUT);
	}
}
