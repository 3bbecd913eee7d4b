package dev.benchtop.disk.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.disk.DiskSystem;

/** A desktop whose user may open no disk, with a bus of its own on which a UDisks2 answers that is played by python-dbusmock. */
public final class Desktop implements AutoCloseable {

	private static final int EACCES = 13;
	private static final String MOCK = """
			import sys, dbus, dbus.bus, dbus.service, dbus.mainloop.glib
			from gi.repository import GLib
			from dbusmock.mockobject import DBusMockObject
			dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
			bus = dbus.bus.BusConnection(sys.argv[1])
			name = dbus.service.BusName('org.freedesktop.UDisks2', bus)
			path = '/org/freedesktop/UDisks2/block_devices/' + sys.argv[2]
			disk = DBusMockObject(name, path, 'org.freedesktop.UDisks2.Block', {})
			opens = '''
			import os
			assert args[0] in ('r', 'rw')
			file = os.open('/dev/%s', (os.O_RDWR if args[0] == 'rw' else os.O_RDONLY) | int(args[1]['flags']))
			ret = dbus.types.UnixFd(file)
			os.close(file)
			''' % sys.argv[2]
			refuses = "raise dbus.exceptions.DBusException('Not authorized to perform operation', name='org.freedesktop.UDisks2.Error.NotAuthorized')"
			disk.AddMethod('org.freedesktop.UDisks2.Block', 'OpenDevice', 'sa{sv}', 'h', opens if sys.argv[3] == 'true' else refuses)
			print('ready', flush=True)
			GLib.MainLoop().run()
			""";

	private final Process bus;
	private final Process service;
	private final String address;

	/** {@code device} is the kernel's name of the one disk; {@code allowed} is what the user answers. */
	public Desktop(Path folder, String device, boolean allowed) throws IOException {
		final Path script = Files.writeString(folder.resolve("udisks2.py"), MOCK);
		bus = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1", "--address=unix:path=" + folder.resolve("bus"))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		address = bus.inputReader().readLine();
		service = new ProcessBuilder("/usr/bin/python3", script.toString(), address, device, Boolean.toString(allowed))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String said = service.inputReader().readLine();
		if (!"ready".equals(said)) {
			close();
			throw new IOException("python3-dbusmock does not start: " + said);
		}
	}

	/** The disks as that user has them. */
	public DiskSystem disks() {
		return new LinuxDisks(Path.of("/"), new Opening(new DiskService(address), "umount") {
			@Override
			int openDirectly(Path device, int flags) throws IOException {
				throw new Posix.Failure(EACCES, "Permission denied");
			}
		});
	}

	@Override
	public void close() {
		try {
			service.destroyForcibly().waitFor();
			bus.destroyForcibly().waitFor();
		} catch (InterruptedException e) {
			throw new UncheckedIOException(new IOException(e));
		}
	}
}
