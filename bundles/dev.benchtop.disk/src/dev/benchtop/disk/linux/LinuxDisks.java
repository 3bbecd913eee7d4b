package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.disk.Disk;
import dev.benchtop.disk.Disk.Mount;
import dev.benchtop.disk.Disk.Partition;
import dev.benchtop.disk.DiskIo;
import dev.benchtop.disk.DiskSystem;
import dev.benchtop.disk.linux.MountTable.Entry;

/** The disks of a Linux machine. */
public final class LinuxDisks implements DiskSystem {

	/** What is no disk of its own: memory, volumes, RAID, optical and floppy drives, and network block devices. */
	private static final Pattern OTHERS = Pattern.compile("(ram|zram|dm-|md|zd|bcache|sr|fd|nbd|rbd|drbd|mtdblock)\\d.*|.*(boot\\d|rpmb)"); //$NON-NLS-1$
	private static final Pattern SYSTEM = Pattern.compile("/|/(usr|var|home|boot|efi|etc|opt|root|nix)|/(boot|var)/.*"); //$NON-NLS-1$

	private final Path root;
	private final Opening opening;

	/** The disks of this machine. */
	public LinuxDisks() {
		this(Path.of("/"), new Opening()); //$NON-NLS-1$
	}

	/** The disks that the files below a folder tell of. */
	LinuxDisks(Path root, Opening opening) {
		this.root = root;
		this.opening = opening;
	}

	@Override
	public List<Disk> disks() throws IOException {
		final MountTable mounts = mounts();
		final var pools = new Pools(root);
		final var backing = new Backing(root, mounts, pools);
		final Map<Entry, Set<String>> under = new LinkedHashMap<>();
		mounts.entries().forEach(entry -> under.put(entry, backing.of(entry)));
		final var disks = new ArrayList<Disk>();
		for (final Path folder : SysFiles.list(root.resolve("sys/block"))) { //$NON-NLS-1$
			final var device = new BlockDevice(root, folder);
			if (!OTHERS.matcher(device.name()).matches() && device.bytes() > 0) {
				disks.add(disk(device, under, backing, pools));
			}
		}
		return disks;
	}

	private MountTable mounts() throws IOException {
		return MountTable.read(root.resolve("proc/self/mountinfo")); //$NON-NLS-1$
	}

	private Disk disk(BlockDevice device, Map<Entry, Set<String>> mounts, Backing backing, Pools pools) {
		final Path file = root.resolve("dev").resolve(device.name()); //$NON-NLS-1$
		final List<Partition> partitions = new ArrayList<>(device.partitions());
		final Set<String> own = new LinkedHashSet<>(Set.of(device.name()));
		partitions.forEach(partition -> own.add(partition.name()));
		final var mounted = new ArrayList<Mount>();
		final var types = new HashMap<String, String>();
		final var system = new LinkedHashSet<String>();
		final var users = new LinkedHashSet<>(device.holders());
		users.addAll(pools.open(own));
		for (final Entry entry : mounts.keySet()) {
			if (mounts.get(entry).contains(device.name())) {
				if (SYSTEM.matcher(entry.point().toString()).matches()) {
					system.add(entry.point().toString());
				}
				final String source = SysFiles.real(root.resolve("sys/dev/block").resolve(entry.number())).getFileName().toString(); //$NON-NLS-1$
				if (own.contains(source)) {
					mounted.add(new Mount(source, entry.point()));
					types.putIfAbsent(source, entry.type());
				} else {
					users.add(entry.point().toString());
				}
			}
		}
		swaps().stream().filter(swap -> swapDisks(swap, backing).contains(device.name())).forEach(swap -> system.add(NLS.bind(Messages.LinuxDisks_swap, swap)));
		if (partitions.isEmpty()) {
			device.fileSystem().or(() -> Optional.ofNullable(types.get(device.name())))
					.ifPresent(type -> partitions.add(new Partition(0, device.name(), file, 0, device.bytes(), Optional.of(type), Optional.empty())));
		}
		partitions.replaceAll(partition -> partition.fileSystem().isPresent() ? partition
				: new Partition(partition.number(), partition.name(), partition.device(), partition.start(), partition.bytes(),
						Optional.ofNullable(types.get(partition.name())), partition.label()));
		final String loop = device.backingFile();
		final Optional<Path> link = device.link();
		return new Disk(device.name(), file, link.map(path -> path.getFileName().toString()).orElse(device.name()), link.orElse(file), device.vendor(),
				loop.isEmpty() ? device.model() : device.name(), loop.isEmpty() ? device.serial() : loop, device.bytes(), device.removable(),
				device.readOnly(), device.bus(), loop.isEmpty() ? device.busPath() : loop, device.sequence(), device.zeroing(),
				partitions, mounted, system.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", system)), List.copyOf(users)); //$NON-NLS-1$
	}

	/** The devices and files that the system swaps to. */
	private List<String> swaps() {
		return SysFiles.text(root.resolve("proc/swaps")).lines().skip(1).map(line -> line.split("\\s+")[0]).filter(name -> name.startsWith("/")).toList(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static Set<String> swapDisks(String swap, Backing backing) {
		return swap.startsWith("/dev/") ? backing.ofDevice(Path.of(swap)) : backing.of(Path.of(swap)); //$NON-NLS-1$
	}

	@Override
	public Set<String> under(Path file) throws IOException {
		Path there = file.toAbsolutePath();
		while (!Files.exists(there) && there.getParent() != null) {
			there = there.getParent();
		}
		return new Backing(root, mounts(), new Pools(root)).of(there.toRealPath());
	}

	@Override
	public String fingerprint() throws IOException {
		final String devices = SysFiles.list(root.resolve("sys/class/block")).stream() //$NON-NLS-1$
				.map(device -> device.getFileName() + " " + SysFiles.text(device.resolve("size")) + ' ' + SysFiles.text(device.resolve("diskseq"))) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
		return devices + mounts().entries().stream().filter(entry -> entry.source().startsWith("/dev/")) //$NON-NLS-1$
				.map(entry -> entry.source() + ' ' + entry.point()).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	@Override
	public DiskIo open(Disk disk, Optional<Partition> partition, boolean writing, CancelToken cancel) throws BenchException {
		return opening.open(partition.map(Partition::device).orElse(disk.device()), disk, writing, cancel);
	}

	@Override
	public void unmount(Mount mount, CancelToken cancel) throws BenchException {
		opening.unmount(mount, cancel);
	}
}
