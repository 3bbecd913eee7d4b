package dev.benchtop.disk.mux;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

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
		final Map<Position, List<String>> lines = new EnumMap<>(Position.class);
		lines.put(Position.HOST, shell(config.host()));
		lines.put(Position.DUT, shell(config.dut()));
		if (!config.off().isBlank()) {
			lines.put(Position.OFF, shell(config.off()));
		}
		final Optional<List<String>> ask = config.state().isBlank() ? Optional.empty() : Optional.of(shell(config.state()));
		final var hardware = new CommandSwitch(lines, ask, config.folder() == null ? context.folder() : config.folder(), config.timeout());
		return Driver.of(new Mux(context, hardware, new MuxConfig(config.medium(), config.appear(), config.rest()), disks));
	}

	private static List<String> shell(String line) {
		return List.of("sh", "-c", line); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
