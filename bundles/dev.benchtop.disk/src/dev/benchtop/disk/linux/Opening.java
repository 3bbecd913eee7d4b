package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.disk.Disk;
import dev.benchtop.disk.Disk.Mount;

/** Opens and unmounts: by the right to it, else by the disk service of the desktop, which asks the user. */
class Opening {

	private static final int READ_ONLY = 0;
	private static final int READ_WRITE = 2;
	private static final int EXCLUSIVE = 0200;
	private static final int CLOSE_ON_EXEC = 02000000;
	/** Other numbers on 32-bit ARM and PowerPC, which have no Java 25. */
	private static final int DIRECT = System.getProperty("os.arch").equals("aarch64") ? 0200000 : 040000; //$NON-NLS-1$ //$NON-NLS-2$

	private static final int EPERM = 1;
	private static final int ENOENT = 2;
	private static final int EACCES = 13;
	private static final int EBUSY = 16;
	private static final int EROFS = 30;
	private static final int ENOMEDIUM = 123;

	private final DiskService service;

	Opening() {
		this(new DiskService());
	}

	Opening(DiskService service) {
		this.service = service;
	}

	/** Opens a device; for writing only where nobody else uses it. */
	BlockFile open(Path device, Disk disk, boolean writing) throws BenchException {
		final int flags = DIRECT | CLOSE_ON_EXEC | (writing ? READ_WRITE | EXCLUSIVE : READ_ONLY);
		try {
			return new BlockFile(openDirectly(device, flags));
		} catch (Posix.Failure e) {
			if (e.number() == EACCES || e.number() == EPERM) {
				return open(device, disk, writing, e);
			}
			throw failed(device, disk, e);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Opening_failed, disk.title())).where(device.toString()).why(e).build();
		}
	}

	int openDirectly(Path device, int flags) throws IOException {
		return Posix.open(device.toString(), flags);
	}

	private BlockFile open(Path device, Disk disk, boolean writing, Posix.Failure refused) throws BenchException {
		try {
			return new BlockFile(service.open(device, writing, DIRECT | CLOSE_ON_EXEC | (writing ? EXCLUSIVE : 0)));
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Opening_noRight, disk.title())).where(device.toString()).why(refused.getMessage() + "; " + e.getMessage()) //$NON-NLS-1$
					.next(NLS.bind(Messages.Opening_noRightNext, device)).build();
		}
	}

	private static BenchException failed(Path device, Disk disk, Posix.Failure reason) {
		final var failure = BenchException.failed(NLS.bind(Messages.Opening_failed, disk.title())).where(device.toString()).why(reason);
		switch (reason.number()) {
			case EBUSY -> failure.next(Messages.Opening_busyNext);
			case EROFS -> failure.next(Messages.Opening_readOnlyNext);
			case ENOENT, ENOMEDIUM -> failure.next(Messages.Opening_goneNext);
			default -> { }
		}
		return failure.build();
	}

	void unmount(Mount mount) throws BenchException {
		try {
			final Process tool = new ProcessBuilder("umount", mount.point().toString()).redirectErrorStream(true).start(); //$NON-NLS-1$
			tool.getOutputStream().close();
			final String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (tool.waitFor() == 0) {
				return;
			}
			unmountByService(mount, said);
		} catch (IOException e) {
			throw failed(mount, e.getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	private void unmountByService(Mount mount, String said) throws BenchException {
		try {
			service.unmount(mount.device());
		} catch (IOException e) {
			throw failed(mount, said.isEmpty() ? e.getMessage() : said);
		}
	}

	private static BenchException failed(Mount mount, String why) {
		return BenchException.failed(NLS.bind(Messages.Opening_unmount, mount.point())).where(mount.device()).why(why).next(Messages.Opening_unmountNext).build();
	}
}
