package dev.benchtop.qemu;

import java.nio.file.Files;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/**
 * What runs the guest, and why.
 *
 * @param kvm whether it is KVM; else TCG
 * @param reason a sentence for people
 * @param trouble whether this machine has KVM, which could run the guest, and it does not work
 */
record Acceleration(boolean kvm, String reason, boolean trouble) {

	static final String KVM = "KVM"; //$NON-NLS-1$
	private static final String TCG = "TCG"; //$NON-NLS-1$
	private static final Pattern VIRTUALISATION = Pattern.compile("^flags\\s*:.*\\b(vmx|svm)\\b", Pattern.MULTILINE); //$NON-NLS-1$

	/**
	 * Decides. A device {@code /dev/kvm} that opens proves nothing: on a machine that is virtual itself it may be there while no
	 * kernel boots on it, which the flags of the processor give away.
	 */
	static Acceleration decide(Accel wanted, Arch guest, Host host) {
		return switch (wanted) {
			case KVM -> of(true, Messages.Acceleration_asked);
			case TCG -> of(false, Messages.Acceleration_asked);
			case AUTO -> automatic(guest, host);
		};
	}

	/** TCG after KVM failed at start. */
	static Acceleration fallback(String words) {
		return new Acceleration(false, NLS.bind(Messages.Acceleration_failed, words), true);
	}

	private static Acceleration of(boolean kvm, String reason) {
		return new Acceleration(kvm, reason, false);
	}

	String label() {
		return kvm ? KVM : TCG;
	}

	private static Acceleration automatic(Arch guest, Host host) {
		if (guest != host.arch()) {
			return of(false, NLS.bind(Messages.Acceleration_otherArch, guest, host.arch()));
		}
		if (!Files.exists(host.kvm())) {
			return of(false, NLS.bind(Messages.Acceleration_missing, host.kvm()));
		}
		if (!Files.isWritable(host.kvm())) {
			return new Acceleration(false, NLS.bind(Messages.Acceleration_notWritable, host.kvm()), true);
		}
		if (guest == Arch.X86_64 && !VIRTUALISATION.matcher(host.cpuInfo()).find()) {
			return new Acceleration(false, Messages.Acceleration_noFlag, true);
		}
		return of(true, NLS.bind(Messages.Acceleration_works, host.kvm()));
	}
}
