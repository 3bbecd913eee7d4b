package dev.benchtop.power.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Smart plugs whose requests are known. */
public enum Preset {

	/** Any URL. */
	CUSTOM,
	/** Shelly's first generation: {@code /relay/N}. */
	SHELLY_GEN1,
	/** Shelly's second generation and later: {@code /rpc/Switch}. */
	SHELLY_GEN2,
	/** Tasmota: {@code /cm?cmnd=}. */
	TASMOTA;

	private static final String METHOD = "GET"; //$NON-NLS-1$

	/** The requests of a plug; nothing of {@link #CUSTOM}. */
	Optional<Requests> requests(String host, int channel, Optional<HttpAuth.User> user) {
		final String base = host.contains("://") ? host.replaceAll("/+$", "") : "http://" + host; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return switch (this) {
		case CUSTOM -> Optional.empty();
		case SHELLY_GEN1 -> Optional.of(gen1(base, channel));
		case SHELLY_GEN2 -> Optional.of(gen2(base, channel));
		case TASMOTA -> Optional.of(tasmota(base, channel, user));
		};
	}

	private static Requests gen1(String base, int channel) {
		final String relay = base + "/relay/" + channel; //$NON-NLS-1$
		return new Requests(HttpEndpoint.get(relay + "?turn=on"), HttpEndpoint.get(relay + "?turn=off"), //$NON-NLS-1$ //$NON-NLS-2$
				Optional.of(state(relay, "ison")), //$NON-NLS-1$
				Optional.of(readings(base + "/meter/" + channel, "", "", "power"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static Requests gen2(String base, int channel) {
		final String set = base + "/rpc/Switch.Set?id=" + channel + "&on="; //$NON-NLS-1$ //$NON-NLS-2$
		final String status = base + "/rpc/Switch.GetStatus?id=" + channel; //$NON-NLS-1$
		return new Requests(HttpEndpoint.get(set + true), HttpEndpoint.get(set + false), Optional.of(state(status, "output")), //$NON-NLS-1$
				Optional.of(readings(status, "", "", "apower"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Tasmota counts from 1, and takes user and password in the query. */
	private static Requests tasmota(String base, int channel, Optional<HttpAuth.User> user) {
		final String login = user.map(who -> "user=" + encoded(who.user()) + "&password=" + encoded(who.password().reveal()) + '&').orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final String command = base + "/cm?" + login + "cmnd="; //$NON-NLS-1$ //$NON-NLS-2$
		final String power = channel == 0 ? "Power" : "Power" + channel; //$NON-NLS-1$ //$NON-NLS-2$
		final String key = channel == 0 ? "POWER|POWER1" : "POWER" + channel + "|POWER"; //$NON-NLS-1$ //$NON-NLS-2$
		return new Requests(HttpEndpoint.get(command + power + "%20On"), HttpEndpoint.get(command + power + "%20Off"), //$NON-NLS-1$ //$NON-NLS-2$
				Optional.of(state(command + power, key)), Optional.of(readings(command + "Status%208", //$NON-NLS-1$
						"StatusSNS.ENERGY.Voltage", "StatusSNS.ENERGY.Current", "StatusSNS.ENERGY.Power"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static HttpState state(String url, String path) {
		return new HttpState(url, METHOD, "", Map.of(), path, ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static HttpReadings readings(String url, String voltage, String current, String power) {
		return new HttpReadings(url, METHOD, "", Map.of(), voltage, current, power); //$NON-NLS-1$
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
