package dev.benchtop.power.snmp;

import org.eclipse.osgi.util.NLS;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.Outlet;

/** One outlet of a power distribution unit. */
final class SnmpOutlet implements Outlet {

	private final SnmpPowerConfig config;
	private final SnmpSession session;

	SnmpOutlet(SnmpPowerConfig config) {
		this.config = config;
		this.session = new SnmpSession(config);
	}

	@Override
	public String label() {
		return NLS.bind(Messages.SnmpOutlet_label, config.host(), config.plug());
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		session.send(PDU.SET, new VariableBinding(variable(config.oid()), new Integer32(on ? config.on() : config.off())), cancel);
	}

	@Override
	public boolean tells() {
		return config.ask();
	}

	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final var answer = session.send(PDU.GET, new VariableBinding(variable(config.stateOid().isBlank() ? config.oid() : config.stateOid())), cancel);
		final int value;
		try {
			value = answer.getVariable().toInt();
		} catch (UnsupportedOperationException e) {
			throw BenchException.failed(NLS.bind(Messages.SnmpOutlet_noNumber, answer.getOid(), answer.toValueString())).why(e).build();
		}
		return value == config.on() ? Power.State.ON : value == config.off() ? Power.State.OFF : Power.State.UNKNOWN;
	}

	private OID variable(String oid) {
		return new OID(oid.startsWith(".") ? oid.substring(1) : oid).append(config.plug()); //$NON-NLS-1$
	}
}
