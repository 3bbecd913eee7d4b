package dev.benchtop.disk.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pools of ZFS. The kernel does not tell what they are made of, udev does: the label of a member is the name of its pool. */
final class Pools {

	/** A member; {@code pool} is empty where udev does not know it, as with disks that only cache. */
	private record Member(Path block, String pool) {
	}

	private final Path root;
	private List<Member> members;

	/** {@code root} is the folder that {@code sys} lies in. */
	Pools(Path root) {
		this.root = root;
	}

	/** The pool of a data set: {@code rpool/ROOT/debian}. */
	static String of(String dataSet) {
		return dataSet.split("/", 2)[0]; //$NON-NLS-1$
	}

	/** The folders in sysfs of what a pool is made of. Where nobody knows, every disk that is built in may belong to it. */
	List<Path> members(String pool) {
		final List<Path> known = all().stream().filter(member -> member.pool().isEmpty() || member.pool().equals(pool)).map(Member::block).toList();
		return all().stream().anyMatch(member -> member.pool().equals(pool)) ? known : builtIn();
	}

	private List<Member> all() {
		if (members == null) {
			members = new ArrayList<>();
			for (final Path block : SysFiles.list(root.resolve("sys/class/block"))) { //$NON-NLS-1$
				final Map<String, String> notes = notes(block);
				if (notes.getOrDefault("ID_FS_TYPE", "").equals("zfs_member")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					members.add(new Member(SysFiles.real(block), notes.getOrDefault("ID_FS_LABEL", ""))); //$NON-NLS-1$ //$NON-NLS-2$
				}
			}
		}
		return members;
	}

	private Map<String, String> notes(Path block) {
		return SysFiles.udev(noteFile(block));
	}

	private Path noteFile(Path block) {
		return root.resolve("run/udev/data/b" + SysFiles.text(block.resolve("dev"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private List<Path> builtIn() {
		return SysFiles.list(root.resolve("sys/block")).stream() //$NON-NLS-1$
				.filter(block -> Files.exists(block.resolve("device")) && SysFiles.number(block.resolve("removable")) == 0).map(SysFiles::real).toList(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The pools that a volume such as {@code zd0} lies in, by the names that udev gives it: {@code zvol/tank/swap}. */
	Set<String> ofVolume(Path block) {
		final var pools = new LinkedHashSet<String>();
		SysFiles.text(noteFile(block)).lines().filter(line -> line.startsWith("S:zvol/")).forEach(line -> pools.add(of(line.substring(7)))); //$NON-NLS-1$
		return pools;
	}

	/** The pools that are open now and have one of these devices. */
	List<String> open(Set<String> devices) {
		return all().stream().filter(member -> devices.contains(member.block().getFileName().toString())).map(Member::pool)
				.filter(pool -> !pool.isEmpty() && Files.isDirectory(root.resolve("proc/spl/kstat/zfs").resolve(pool))).distinct().toList(); //$NON-NLS-1$
	}
}
