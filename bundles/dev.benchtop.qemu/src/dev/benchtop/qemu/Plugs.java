package dev.benchtop.qemu;

import java.util.List;
import java.util.Optional;

/** What further devices are plugged into on a machine of QEMU's. */
enum Plugs {

	/** Slots for cards. */
	PCI("virtio-blk-pci", "vhost-vsock-pci", "qemu-xhci", "usb-kbd", "usb-tablet"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	/** Places for virtio in the memory map. */
	MMIO("virtio-blk-device", "vhost-vsock-device", "virtio-keyboard-device", "virtio-tablet-device"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	/** A USB host, and nothing else. */
	USB("usb-storage", null, "usb-kbd", "usb-tablet"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	/** None that is known of. */
	NONE(null, null);

	private final String disk;
	private final String socket;
	private final List<String> input;

	Plugs(String disk, String socket, String... input) {
		this.disk = disk;
		this.socket = socket;
		this.input = List.of(input);
	}

	/** Those of a machine, by its name with or without properties. */
	static Plugs of(String machine) {
		if (machine.startsWith("virt") || machine.startsWith("q35") || machine.startsWith("pc")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			return PCI;
		}
		return machine.startsWith("vexpress") ? MMIO : machine.startsWith("raspi") ? USB : NONE; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The device model of a further disk. */
	Optional<String> disk() {
		return Optional.ofNullable(disk);
	}

	/** The device model of a socket between virtual machines. */
	Optional<String> socket() {
		return Optional.ofNullable(socket);
	}

	/** The device models of a keyboard and a tablet, and of what they are plugged into. */
	List<String> input() {
		return input;
	}
}
