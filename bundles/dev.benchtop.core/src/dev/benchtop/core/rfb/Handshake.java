package dev.benchtop.core.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.Secret;

/** The first words of both sides, versions 3.3, 3.7 and 3.8 (RFC 6143, sections 7.1 to 7.3). */
final class Handshake {

	private static final int VERSION = 12;
	private static final Pattern VERSION_FORM = Pattern.compile("RFB (\\d{3})\\.(\\d{3})\n"); //$NON-NLS-1$
	private static final int NONE = 1;
	private static final int VNC = 2;
	private static final int MOST_WORDS = 64 << 10;
	private static final int PIXEL_FORMAT = 16;

	private final RfbInput input;
	private final WritableByteChannel output;
	private final Supplier<Optional<Secret>> password;
	private Secret known;

	/** @param password asked once, and only where the server wants one */
	Handshake(RfbInput input, WritableByteChannel output, Supplier<Optional<Secret>> password) {
		this.input = input;
		this.output = output;
		this.password = password;
	}

	ServerInit run() throws IOException, RefusedException {
		final int version = version();
		final int security = version == 3 ? dictated() : chosen();
		if (security == VNC) {
			final byte[] challenge = input.bytes(VncAuthentication.CHALLENGE);
			write(VncAuthentication.answer(challenge, known.reveal()));
		}
		if (security == VNC || version == 8) {
			result(version, security == VNC);
		}
		write((byte) 1);
		final int width = input.u16();
		final int height = input.u16();
		input.skip(PIXEL_FORMAT);
		return new ServerInit(width, height, input.text(input.u32(), MOST_WORDS, StandardCharsets.UTF_8));
	}

	/** Returns the minor version that both speak; later ones than 3.8, which some servers claim, are that. */
	private int version() throws IOException {
		final var said = new String(input.bytes(VERSION), StandardCharsets.ISO_8859_1);
		final var matcher = VERSION_FORM.matcher(said);
		if (!matcher.matches()) {
			throw new RfbException(NLS.bind(Messages.Handshake_version, said.replaceAll("\\P{Graph}+", " ").strip())); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final int number = Integer.parseInt(matcher.group(1)) * 1000 + Integer.parseInt(matcher.group(2));
		final int minor = number >= 3008 ? 8 : number == 3007 ? 7 : 3;
		write("RFB 003.00%d\n".formatted(minor).getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		return minor;
	}

	private int dictated() throws IOException, RefusedException {
		final long type = input.u32();
		if (type == 0) {
			throw new RefusedException(words(), false);
		}
		return choose(List.of((int) type));
	}

	private int chosen() throws IOException, RefusedException {
		final int count = input.u8();
		if (count == 0) {
			throw new RefusedException(words(), false);
		}
		final List<Integer> types = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			types.add(input.u8());
		}
		final int type = choose(types);
		write((byte) type);
		return type;
	}

	private int choose(List<Integer> types) throws RfbException, RefusedException {
		if (types.contains(NONE)) {
			return NONE;
		}
		if (!types.contains(VNC)) {
			throw new RfbException(NLS.bind(Messages.Handshake_security, types.stream().map(String::valueOf).collect(Collectors.joining(", ")))); //$NON-NLS-1$
		}
		known = password.get().orElseThrow(RefusedException::noPassword);
		return VNC;
	}

	private void result(int version, boolean afterPassword) throws IOException, RefusedException {
		if (input.s32() != 0) {
			throw new RefusedException(version == 8 ? words() : Messages.Handshake_refused, afterPassword);
		}
	}

	private String words() throws IOException {
		return input.text(input.u32(), MOST_WORDS, StandardCharsets.UTF_8).strip();
	}

	private void write(byte... bytes) throws IOException {
		for (final var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining();) {
			output.write(buffer);
		}
	}
}
