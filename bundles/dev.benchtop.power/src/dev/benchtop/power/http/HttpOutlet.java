package dev.benchtop.power.http;

import java.util.Optional;

import com.google.gson.JsonElement;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.power.JsonPath;
import dev.benchtop.power.Outlet;
import dev.benchtop.power.Words;

/** A switch that is reached by HTTP. */
final class HttpOutlet implements Outlet {

	private final HttpPowerConfig config;
	private final Requests requests;
	private final HttpCaller caller;

	HttpOutlet(HttpPowerConfig config) {
		this.config = config;
		this.requests = config.requests();
		this.caller = new HttpCaller(config.timeout(), config.insecure(), Optional.ofNullable(config.auth()));
	}

	@Override
	public String label() {
		return config.label();
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		caller.call(on ? requests.on() : requests.off(), cancel);
	}

	@Override
	public boolean tells() {
		return requests.state().isPresent();
	}

	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final var state = requests.state().orElseThrow();
		final String answer = caller.call(state.endpoint(), cancel);
		final String word = state.path().isBlank() ? answer.strip() : new JsonPath(state.path()).find(JsonPath.parse(answer));
		if (state.on().isBlank()) {
			return Words.meaning(word);
		}
		return word.equalsIgnoreCase(state.on()) ? Power.State.ON : Power.State.OFF;
	}

	@Override
	public boolean metered() {
		return requests.readings().isPresent();
	}

	@Override
	public Optional<Readings> readings(CancelToken cancel) throws BenchException {
		if (!metered()) {
			return Optional.empty();
		}
		final var paths = requests.readings().get();
		final JsonElement answer = JsonPath.parse(caller.call(paths.endpoint(), cancel));
		return Optional.of(Readings.of(value(answer, paths.voltage(), "voltage"), value(answer, paths.current(), "current"), //$NON-NLS-1$ //$NON-NLS-2$
				value(answer, paths.power(), "power"))); //$NON-NLS-1$
	}

	/** A path that is written must be there; the usual names may be. */
	private static double value(JsonElement answer, String path, String usual) throws BenchException {
		if (!path.isBlank()) {
			return new JsonPath(path).number(answer);
		}
		return answer.isJsonObject() && answer.getAsJsonObject().has(usual) ? new JsonPath(usual).number(answer) : Double.NaN;
	}

	@Override
	public void close() {
		caller.close();
	}
}
