package dev.benchtop.power.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A power distribution unit that speaks SNMP 1 and 2c: its variables can be read and set; other communities get no answer. */
final class Pdu implements CommandResponder, AutoCloseable {

	final Map<OID, Variable> variables = new ConcurrentHashMap<>();
	final List<String> sets = new CopyOnWriteArrayList<>();
	private final String community;
	private final DefaultUdpTransportMapping transport;
	private final Snmp snmp;

	Pdu(String community) throws IOException {
		this.community = community;
		transport = new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getByName("127.0.0.1"), 0));
		snmp = new Snmp(transport);
		snmp.addCommandResponder(this);
		snmp.listen();
	}

	int port() {
		return transport.getListenAddress().getPort();
	}

	@Override
	public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
		final var request = event.getPDU();
		if (request == null || !new OctetString(community).equals(new OctetString(event.getSecurityName()))) {
			return;
		}
		event.setProcessed(true);
		final var answer = new PDU(request);
		answer.setType(PDU.RESPONSE);
		final var asked = answer.get(0);
		if (!variables.containsKey(asked.getOid())) {
			answer.set(0, new VariableBinding(asked.getOid(), Null.noSuchInstance));
		} else if (request.getType() == PDU.SET) {
			sets.add(asked.getOid() + " = " + asked.getVariable());
			variables.put(asked.getOid(), asked.getVariable());
		} else {
			answer.set(0, new VariableBinding(asked.getOid(), variables.get(asked.getOid())));
		}
		try {
			event.getMessageDispatcher().returnResponsePdu(event.getMessageProcessingModel(), event.getSecurityModel(), event.getSecurityName(),
					event.getSecurityLevel(), answer, event.getMaxSizeResponsePDU(), event.getStateReference(), new StatusInformation());
		} catch (MessageException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() throws IOException {
		snmp.close();
	}
}
