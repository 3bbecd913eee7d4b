package dev.benchtop.disk.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.disk.DiskSystem;

/** A desktop whose user may open no disk, with a bus of its own on which a UDisks2 answers that is played by python-dbusmock. */
public final class Desktop implements AutoCloseable {

	/** What the user does when asked. */
	public enum User {
		ALLOWS, REFUSES, WAITS
	}

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
			waits = "import time; print('asked', flush=True); time.sleep(3600)"
			refuses = "raise dbus.exceptions.DBusException('Not authorized to perform operation', name='org.freedesktop.UDisks2.Error.NotAuthorized')"
			disk.AddMethod('org.freedesktop.UDisks2.Block', 'OpenDevice', 'sa{sv}', 'h', {'ALLOWS': opens, 'REFUSES': refuses, 'WAITS': waits}[sys.argv[3]])
			print('ready', flush=True)
			GLib.MainLoop().run()
			""";

	private final Process bus;
	private final Process service;
	private final String address;

	/** {@code device} is the kernel's name of the one disk. */
	public Desktop(Path folder, String device, User user) throws IOException {
		final Path script = Files.writeString(folder.resolve("udisks2.py"), MOCK);
		bus = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1", "--address=unix:path=" + folder.resolve("bus"))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		address = bus.inputReader().readLine();
		service = new ProcessBuilder("/usr/bin/python3", script.toString(), address, device, user.name())
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		await("ready");
	}

	/** Returns when the user is asked, and waits. */
	public void awaitQuestion() throws IOException {
		await("asked");
	}

	private void await(String word) throws IOException {
		String said = service.inputReader().readLine();
		while (said != null && !said.equals(word)) {
			said = service.inputReader().readLine();
		}
		if (said == null) {
			close();
			throw new IOException("python3-dbusmock does not say " + word);
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
