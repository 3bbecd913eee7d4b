package dev.benchtop.power.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.JsonPath;
import dev.benchtop.power.Outlet;

/** A relay of a board such as NOYITO's: frames of {@code A0}, channel, state and sum; {@code FF} asks for a line per channel, {@code CH1: ON}. */
final class SerialRelay implements Outlet {

	private static final byte START = (byte) 0xA0;
	private static final byte STATUS = (byte) 0xFF;
	private static final int MOST = 256;

	private final SerialRelayConfig config;
	private final List<Integer> channels;

	SerialRelay(SerialRelayConfig config) {
		this.config = config;
		this.channels = config.dual() ? List.of(1, 2) : List.of(config.channel());
	}

	@Override
	public String label() {
		return config.dual() ? NLS.bind(Messages.SerialRelay_dual, config.port()) : NLS.bind(Messages.SerialRelay_label, config.port(), config.channel());
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		RawDevice.talk(config.port(), config.timeout(), cancel, device -> {
			raw();
			for (final int channel : channels) {
				RawDevice.write(device, frame(channel, on));
			}
			return true;
		});
	}

	/** The frame that switches a channel. */
	static byte[] frame(int channel, boolean on) {
		final int state = on ? 1 : 0;
		return new byte[] { START, (byte) channel, (byte) state, (byte) (START + channel + state) };
	}

	@Override
	public boolean tells() {
		return config.ask();
	}

	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final String answer = RawDevice.talk(config.port(), config.timeout(), cancel, device -> {
			raw();
			RawDevice.write(device, new byte[] { STATUS });
			return read(device);
		});
		final long on = channels.stream().filter(channel -> says(answer, channel, "ON")).count(); //$NON-NLS-1$
		final long off = channels.stream().filter(channel -> says(answer, channel, "OFF")).count(); //$NON-NLS-1$
		if (on + off < channels.size()) {
			throw BenchException.failed(NLS.bind(Messages.SerialRelay_noState, JsonPath.shown(answer))).next(Messages.SerialRelay_noStateNext).build();
		}
		return on == channels.size() ? Power.State.ON : off == channels.size() ? Power.State.OFF : Power.State.UNKNOWN;
	}

	private static boolean says(String answer, int channel, String word) {
		return Pattern.compile("CH\\s?" + channel + "\\s*:\\s*(?:" + word + ")\\b", Pattern.CASE_INSENSITIVE).matcher(answer).find(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Until all channels are told, or nothing more comes. */
	private String read(FileChannel device) throws IOException {
		final var buffer = ByteBuffer.allocate(MOST);
		String text = ""; //$NON-NLS-1$
		while (buffer.hasRemaining() && device.read(buffer) > 0) {
			final String soFar = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
			text = soFar;
			if (channels.stream().allMatch(channel -> says(soFar, channel, "ON|OFF") && soFar.endsWith("\n"))) { //$NON-NLS-1$ //$NON-NLS-2$
				break;
			}
		}
		return text;
	}

	/** The line as the board wants it; a read ends half a second after the last byte. */
	private void raw() throws IOException {
		final var process = new ProcessBuilder("stty", "-F", config.port().toString(), Integer.toString(config.baudrate()), "raw", "-echo", "cs8", "-cstopb", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
				"-parenb", "-crtscts", "clocal", "-hupcl", "min", "0", "time", "5").redirectErrorStream(true).start(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
		final String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		try {
			if (process.waitFor() != 0) {
				throw new IOException(words);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}
}
