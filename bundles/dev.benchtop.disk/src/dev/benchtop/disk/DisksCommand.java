package dev.benchtop.disk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.disk.Disk.Partition;
import dev.benchtop.disk.Disks.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchtop disks}: the disks that can be flashed. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "disks")
public final class DisksCommand implements CliCommand {

	private final Disks disks;

	@Option(names = "--all", descriptionKey = "disks.all")
	private boolean all;

	@Activate
	public DisksCommand(@Reference Disks disks) {
		this.disks = disks;
	}

	@Override
	public boolean needsTrust() {
		return false;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final List<Disk> found = disks.all().stream().filter(disk -> all || disk.removable() && disk.system().isEmpty()).toList();
		if (context.json()) {
			context.json(found.stream().map(DisksCommand::json).toList());
			return 0;
		}
		if (found.isEmpty()) {
			context.out().println(all ? Messages.DisksCommand_none : Messages.DisksCommand_noneRemovable);
		}
		for (final Disk disk : found) {
			context.out().println(disk.device() + "  " + new ByteSize(disk.bytes()).display() + "  " + disk.title() + "  " + disk.id()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			lines(disk).forEach(line -> context.out().println("    " + line)); //$NON-NLS-1$
		}
		return 0;
	}

	private static List<String> lines(Disk disk) {
		final var lines = new ArrayList<String>();
		if (!DiskWords.plug(disk).isEmpty()) {
			lines.add(DiskWords.plug(disk));
		}
		disk.partitions().forEach(partition -> lines.add(DiskWords.line(disk, partition)));
		lines.addAll(never(disk).map(List::of).orElseGet(() -> DiskGuard.of(new Place(disk, Optional.empty())).words()));
		return lines;
	}

	/** Why it is not flashed, whatever anybody says. */
	private static Optional<String> never(Disk disk) {
		if (disk.system().isPresent()) {
			return Optional.of(NLS.bind(Messages.DisksCommand_system, disk.system().get()));
		}
		if (!disk.users().isEmpty()) {
			return Optional.of(NLS.bind(Messages.DisksCommand_used, String.join(", ", disk.users()))); //$NON-NLS-1$
		}
		return disk.readOnly() ? Optional.of(Messages.DisksCommand_readOnly) : Optional.empty();
	}

	private static Map<String, Object> json(Disk disk) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("id", disk.id()); //$NON-NLS-1$
		json.put("device", disk.device().toString()); //$NON-NLS-1$
		json.put("link", disk.link().toString()); //$NON-NLS-1$
		json.put("vendor", disk.vendor()); //$NON-NLS-1$
		json.put("model", disk.model()); //$NON-NLS-1$
		json.put("serial", disk.serial()); //$NON-NLS-1$
		json.put("bytes", disk.bytes()); //$NON-NLS-1$
		json.put("removable", disk.removable()); //$NON-NLS-1$
		json.put("readOnly", disk.readOnly()); //$NON-NLS-1$
		json.put("bus", disk.bus()); //$NON-NLS-1$
		json.put("busPath", disk.busPath()); //$NON-NLS-1$
		json.put("sequence", disk.sequence()); //$NON-NLS-1$
		json.put("partitions", disk.partitions().stream().filter(partition -> partition.number() > 0).map(DisksCommand::json).toList()); //$NON-NLS-1$
		json.put("mounts", disk.mounts().stream().map(mount -> Map.of("device", mount.device(), "point", mount.point().toString())).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		json.put("system", disk.system().orElse(null)); //$NON-NLS-1$
		json.put("usedBy", disk.users()); //$NON-NLS-1$
		return json;
	}

	private static Map<String, Object> json(Partition partition) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("number", partition.number()); //$NON-NLS-1$
		json.put("device", partition.device().toString()); //$NON-NLS-1$
		json.put("start", partition.start()); //$NON-NLS-1$
		json.put("bytes", partition.bytes()); //$NON-NLS-1$
		json.put("fileSystem", partition.fileSystem().orElse(null)); //$NON-NLS-1$
		json.put("label", partition.label().orElse(null)); //$NON-NLS-1$
		return json;
	}
}
