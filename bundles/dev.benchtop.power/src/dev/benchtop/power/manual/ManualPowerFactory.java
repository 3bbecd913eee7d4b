package dev.benchtop.power.manual;

import java.util.List;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.spi.Person;
import dev.benchtop.power.OutletDriver;

/** Makes switches that a person turns: {@code type: manual-power}. */
@Component(service = DriverFactory.class)
public final class ManualPowerFactory implements DriverFactory<ManualPowerConfig> {

	@Reference(policy = ReferencePolicy.DYNAMIC)
	private volatile List<Person> persons;

	/** Asks whoever is there. */
	@Activate
	public ManualPowerFactory() {
		this(List.of());
	}

	/** Asks one of these. */
	ManualPowerFactory(List<Person> persons) {
		this.persons = persons;
	}

	@Override
	public String type() {
		return "manual-power"; //$NON-NLS-1$
	}

	@Override
	public Class<ManualPowerConfig> configType() {
		return ManualPowerConfig.class;
	}

	@Override
	public NodeShape describe(ManualPowerConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, ManualPowerConfig config) {
		final Supplier<List<Person>> who = () -> persons;
		return new OutletDriver(context, new ManualOutlet(config, context.place(), context.state().resolve(context.node() + ".manual"), who)); //$NON-NLS-1$
	}
}
