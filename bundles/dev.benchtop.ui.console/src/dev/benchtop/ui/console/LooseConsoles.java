package dev.benchtop.ui.console;

import java.util.HashMap;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.spi.Consoles;
import dev.benchtop.core.spi.Consoles.Loose;

/** The consoles of ports that no bench names: one for all tabs of a port, closed with the last of them. */
@Component(service = LooseConsoles.class)
public final class LooseConsoles {

	/** One that is open, and in how many tabs. */
	private static final class Shared {
		private final Loose loose;
		private int tabs;

		Shared(Loose loose) {
			this.loose = loose;
		}
	}

	private final Consoles maker;
	private final Map<PortAddress, Shared> open = new HashMap<>();

	@Activate
	public LooseConsoles(@Reference Consoles maker) {
		this.maker = maker;
	}

	synchronized Console take(PortAddress port) throws BenchException {
		Shared shared = open.get(port);
		if (shared == null) {
			shared = new Shared(maker.make(port.port(), Map.of("baudrate", port.baudrate()))); //$NON-NLS-1$
			open.put(port, shared);
		}
		shared.tabs++;
		return shared.loose.console();
	}

	/** Closes it where no other tab has it; in the background, as closing a device may take its time. */
	synchronized void release(PortAddress port) {
		final Shared shared = open.get(port);
		if (shared != null && --shared.tabs == 0) {
			open.remove(port);
			Thread.ofPlatform().daemon().name("close " + port.port()).start(shared.loose::close); //$NON-NLS-1$
		}
	}
}
