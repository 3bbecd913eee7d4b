package dev.benchtop.qemu;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/**
 * The power button of a virtual board. A kernel that listens for it shuts down when it is pressed; firmware and bootloaders do not, and
 * need not be waited for: whether someone listens is seen in the registers that have to be set for it.
 */
final class PowerButton {

	/** PM1 enable register of the ACPI device that QEMU gives a PC; its bit 8 is the power button (ACPI 6.5, 4.8.4.1.2). */
	private static final String PC = "i /h 0x602"; //$NON-NLS-1$
	private static final long PC_BIT = 1 << 8;

	/** Interrupt enable register 1 of the distributor of QEMU's Arm board, whose button is on interrupt 39, or 41 with ACPI. */
	private static final String ARM = "xp /1wx 0x08000104"; //$NON-NLS-1$
	private static final long ARM_BITS = 1 << 7 | 1 << 9;

	private static final Pattern VALUE = Pattern.compile("(?:[:=])\\s*0x([0-9a-f]+)"); //$NON-NLS-1$
	private static final Duration STEP = Duration.ofMillis(50);

	private PowerButton() {
	}

	/** Whether something on the board shuts it down when the button is pressed. */
	static boolean isHeard(Run run, Arch arch) throws BenchException {
		if (Control.isPaused(run)) {
			return false;
		}
		return switch (arch) {
			case X86_64 -> isSet(run, PC, PC_BIT);
			case AARCH64, ARM -> run.accel().equals(Acceleration.KVM) || isSet(run, ARM, ARM_BITS);
			case RISCV64 -> false;
		};
	}

	/** Presses it, and waits; returns whether the machine has gone within {@code patience}. */
	static boolean press(Run run, Duration patience, CancelToken cancel) throws BenchException {
		Control.execute(run, "system_powerdown", Map.of()); //$NON-NLS-1$
		final long end = System.nanoTime() + patience.toNanos();
		while (!Stop.goneWithin(run, STEP)) {
			cancel.check();
			if (System.nanoTime() > end) {
				return false;
			}
		}
		return true;
	}

	private static boolean isSet(Run run, String command, long bits) throws BenchException {
		return isSet(Control.monitor(run, command), bits);
	}

	/** Whether one of the bits is set in what the monitor says of a register; one that nothing answers for reads as ones throughout. */
	static boolean isSet(String said, long bits) {
		final Matcher value = VALUE.matcher(said);
		return value.find() && !value.group(1).matches("f+") && (Long.parseLong(value.group(1), 16) & bits) != 0; //$NON-NLS-1$
	}
}
