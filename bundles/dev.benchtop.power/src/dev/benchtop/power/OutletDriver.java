package dev.benchtop.power;

import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** The driver of a node that is one outlet. */
public final class OutletDriver implements Driver {

	private final Outlet outlet;
	private final OutletPower power;

	/** @param outlet closed together with the driver */
	public OutletDriver(DriverContext context, Outlet outlet) {
		this.outlet = outlet;
		this.power = new OutletPower(context, outlet);
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type == Power.class ? Optional.of(type.cast(power)) : Optional.empty();
	}

	@Override
	public void close() {
		power.close();
		outlet.close();
	}
}
