package dev.benchtop.serial.find;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;

/** Says that no device is there now by that name. */
public final class AbsentPortException extends IOException {

	private static final long serialVersionUID = 1L;

	AbsentPortException(String name) {
		super(NLS.bind(Messages.PortName_absent, name));
	}
}
