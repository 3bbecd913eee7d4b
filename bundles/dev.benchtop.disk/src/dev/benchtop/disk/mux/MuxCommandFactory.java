package dev.benchtop.disk.mux;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.Program;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.disk.Disks;

/** Makes muxes that are command lines: {@code type: mux-command}. */
@Component(service = DriverFactory.class)
public final class MuxCommandFactory implements DriverFactory<MuxCommandConfig> {

	private final Disks disks;

	@Activate
	public MuxCommandFactory(@Reference Disks disks) {
		this.disks = disks;
	}

	@Override
	public String type() {
		return "mux-command"; //$NON-NLS-1$
	}

	@Override
	public Class<MuxCommandConfig> configType() {
		return MuxCommandConfig.class;
	}

	@Override
	public String icon() {
		return "icons/mux.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(MuxCommandConfig config) {
		return NodeShape.of(StorageMux.class);
	}

	@Override
	public Driver create(DriverContext context, MuxCommandConfig config) {
		final Map<Position, Program> lines = new EnumMap<>(Position.class);
		lines.put(Position.HOST, shell(context, config, config.host()));
		lines.put(Position.DUT, shell(context, config, config.dut()));
		if (!config.off().isBlank()) {
			lines.put(Position.OFF, shell(context, config, config.off()));
		}
		final Optional<Program> ask = config.state().isBlank() ? Optional.empty() : Optional.of(shell(context, config, config.state()));
		final var hardware = new CommandSwitch(lines, ask);
		return Driver.of(new Mux(context, hardware, new MuxConfig(config.medium(), config.appear(), config.rest()), disks));
	}

	private static Program shell(DriverContext context, MuxCommandConfig config, String line) {
		return Program.shell(line, config.folder() == null ? context.folder() : config.folder(), config.timeout(), Map.of());
	}
}
