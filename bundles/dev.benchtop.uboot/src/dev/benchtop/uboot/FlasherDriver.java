package dev.benchtop.uboot;

import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.uboot.flow.UbootFlasher;

/** A flasher through U-Boot at work. */
record FlasherDriver(UbootFlasher flasher) implements Driver {

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type.isInstance(flasher) ? Optional.of(type.cast(flasher)) : Optional.empty();
	}
}
