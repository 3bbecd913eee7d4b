package dev.benchtop.core.internal.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.capability.StorageMux;

/** The names of capabilities, in files and sentences: {@code flasher}, {@code storageMux}. */
final class Capabilities {

	private static final List<Class<? extends Capability>> ALL = List.of(Flasher.class, Console.class, Power.class, Storage.class,
			StorageMux.class, FileServer.class, Display.class, NetworkPort.class, HostLink.class, RemoteShell.class, Snapshots.class,
			CommandLine.class);

	static final List<String> NAMES = ALL.stream().map(Capabilities::name).toList();

	private Capabilities() {
	}

	static String name(Class<? extends Capability> type) {
		final String name = type.getSimpleName();
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	static Class<? extends Capability> named(String name) {
		return ALL.get(NAMES.indexOf(name));
	}

	/** The capability in a sentence: {@code a console}. */
	static String words(Class<? extends Capability> type) {
		return Stream.of(new Object[][] {{Flasher.class, Messages.aFlasher}, {Console.class, Messages.aConsole}, {Power.class, Messages.aPower},
				{Storage.class, Messages.aStorage}, {Display.class, Messages.aDisplay},
				{RemoteShell.class, Messages.aRemoteShell}})
				.filter(pair -> pair[0] == type).map(pair -> (String) pair[1]).findFirst().orElseGet(() -> NLS.bind(Messages.aCapability, name(type)));
	}
}
