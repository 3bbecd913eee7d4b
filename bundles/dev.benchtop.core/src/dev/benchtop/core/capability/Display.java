package dev.benchtop.core.capability;

import java.nio.channels.ByteChannel;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;

/** A screen that speaks the remote framebuffer protocol (RFC 6143). */
public interface Display extends Capability {

	/** Opens a new RFB byte channel; the caller closes it. */
	ByteChannel open() throws BenchException;

	/** The password of VNC authentication (RFC 6143, section 7.2.2), where one is asked for. */
	default Optional<Secret> password() {
		return Optional.empty();
	}
}
