package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;
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

	private static final Duration LONGEST_UNMOUNT = Duration.ofMinutes(30);

	private final DiskService service;
	private final String umount;

	Opening() {
		this(new DiskService(), "umount"); //$NON-NLS-1$
	}

	/** @param umount the program that unmounts */
	Opening(DiskService service, String umount) {
		this.service = service;
		this.umount = umount;
	}

	/** Opens a device; for writing only where nobody else uses it. */
	BlockFile open(Path device, Disk disk, boolean writing, CancelToken cancel) throws BenchException {
		return Aside.get(() -> openNow(device, disk, writing, cancel), cancel, Opening::close);
	}

	private static void close(BlockFile late) {
		try {
			late.close();
		} catch (IOException e) {
			System.getLogger(Opening.class.getName()).log(System.Logger.Level.DEBUG, "a disk that nobody waits for", e); //$NON-NLS-1$
		}
	}

	private BlockFile openNow(Path device, Disk disk, boolean writing, CancelToken cancel) throws BenchException {
		final int flags = DIRECT | CLOSE_ON_EXEC | (writing ? READ_WRITE | EXCLUSIVE : READ_ONLY);
		try {
			return new BlockFile(openDirectly(device, flags));
		} catch (Posix.Failure e) {
			if (e.number() == EACCES || e.number() == EPERM) {
				return open(device, disk, writing, e, cancel);
			}
			throw failed(device, disk, e);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Opening_failed, disk.title())).where(device.toString()).why(e).build();
		}
	}

	int openDirectly(Path device, int flags) throws IOException {
		return Posix.open(device.toString(), flags);
	}

	private BlockFile open(Path device, Disk disk, boolean writing, Posix.Failure refused, CancelToken cancel) throws BenchException {
		try {
			return new BlockFile(service.open(device, writing, DIRECT | CLOSE_ON_EXEC | (writing ? EXCLUSIVE : 0), cancel));
		} catch (IOException e) {
			cancel.check();
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

	/** The kernel writes out what it has kept back, which takes minutes on a slow stick and is not to be stopped. */
	void unmount(Mount mount, CancelToken cancel) throws BenchException {
		Aside.get(() -> unmountNow(mount, cancel), cancel, _ -> { });
	}

	private Mount unmountNow(Mount mount, CancelToken cancel) throws BenchException {
		try {
			Program.of(List.of(umount, mount.point().toString()), Path.of("/"), LONGEST_UNMOUNT).run(cancel); //$NON-NLS-1$
		} catch (BenchException e) {
			cancel.check();
			unmountByService(mount, e, cancel);
		}
		return mount;
	}

	private void unmountByService(Mount mount, BenchException refused, CancelToken cancel) throws BenchException {
		try {
			service.unmount(mount.device(), cancel);
		} catch (IOException e) {
			cancel.check();
			throw failed(mount, refused.why().orElse(e.getMessage()));
		}
	}

	private static BenchException failed(Mount mount, String why) {
		return BenchException.failed(NLS.bind(Messages.Opening_unmount, mount.point())).where(mount.device()).why(why).next(Messages.Opening_unmountNext).build();
	}
}
