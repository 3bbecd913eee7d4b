package dev.benchtop.power.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.osgi.util.NLS;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Asks one agent one thing after another, each on a socket of its own. */
final class SnmpSession {

	private static final int RETRIES = 2;

	private final SnmpPowerConfig config;

	SnmpSession(SnmpPowerConfig config) {
		this.config = config;
	}

	/** The variable as the agent answers with it. */
	VariableBinding send(int type, VariableBinding variable, CancelToken cancel) throws BenchException {
		cancel.check();
		final var address = address();
		final var answer = new CompletableFuture<ResponseEvent<?>>();
		try (var snmp = open(); var _ = cancel.onCancel(() -> answer.cancel(false))) {
			snmp.listen();
			final var pdu = config.version() == SnmpPowerConfig.Version.V3 ? new ScopedPDU() : new PDU();
			pdu.setType(type);
			pdu.add(variable);
			snmp.send(pdu, target(address), null, new ResponseListener() {
				@Override
				public <A extends Address> void onResponse(ResponseEvent<A> event) {
					answer.complete(event);
				}
			});
			final var response = answer.get();
			if (response.getError() != null) {
				throw BenchException.failed(NLS.bind(Messages.SnmpSession_failed, shown())).why(response.getError()).build();
			}
			return checked(response.getResponse());
		} catch (CancellationException _) {
			throw BenchException.cancelled();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} catch (ExecutionException | IOException e) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_failed, shown())).why(e).build();
		}
	}

	private UdpAddress address() throws BenchException {
		try {
			return new UdpAddress(InetAddress.getByName(config.host()), config.port());
		} catch (UnknownHostException _) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_unknownHost, config.host())).build();
		}
	}

	/** With models of its own: those of the library are shared by the whole process. */
	private Snmp open() throws IOException {
		final var dispatcher = new MessageDispatcherImpl();
		dispatcher.addMessageProcessingModel(new MPv1());
		dispatcher.addMessageProcessingModel(new MPv2c());
		if (config.version() == SnmpPowerConfig.Version.V3) {
			final var protocols = new SecurityProtocols(SecurityProtocolSet.maxCompatibility);
			final byte[] engine = MPv3.createLocalEngineID();
			final var usm = new USM(protocols, new OctetString(engine), 0);
			usm.addUser(user());
			final var models = new SecurityModels() {
			};
			models.addSecurityModel(usm);
			dispatcher.addMessageProcessingModel(new MPv3(engine, new DefaultPDUFactory(), protocols, models, CounterSupport.getInstance()));
		}
		return new Snmp(dispatcher, new DefaultUdpTransportMapping());
	}

	private UsmUser user() {
		return new UsmUser(new OctetString(config.user()), auth(), config.authKey() == null ? null : new OctetString(config.authKey().reveal()), priv(),
				config.privKey() == null ? null : new OctetString(config.privKey().reveal()));
	}

	private OID auth() {
		return switch (config.authProtocol()) {
		case NONE -> null;
		case MD5 -> AuthMD5.ID;
		case SHA -> AuthSHA.ID;
		case SHA224 -> AuthHMAC128SHA224.ID;
		case SHA256 -> AuthHMAC192SHA256.ID;
		case SHA384 -> AuthHMAC256SHA384.ID;
		case SHA512 -> AuthHMAC384SHA512.ID;
		};
	}

	private OID priv() {
		return switch (config.privProtocol()) {
		case NONE -> null;
		case DES -> PrivDES.ID;
		case AES -> PrivAES128.ID;
		case AES192 -> PrivAES192.ID;
		case AES256 -> PrivAES256.ID;
		};
	}

	private Target<UdpAddress> target(UdpAddress address) {
		final Target<UdpAddress> target;
		if (config.version() == SnmpPowerConfig.Version.V3) {
			final int level = auth() == null ? SecurityLevel.NOAUTH_NOPRIV : priv() == null ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.AUTH_PRIV;
			target = new UserTarget<>(address, new OctetString(config.user()), new byte[0], level);
			target.setVersion(SnmpConstants.version3);
		} else {
			target = new CommunityTarget<>(address, new OctetString(config.community().reveal()));
			target.setVersion(config.version() == SnmpPowerConfig.Version.V1 ? SnmpConstants.version1 : SnmpConstants.version2c);
		}
		target.setRetries(RETRIES);
		target.setTimeout(Math.max(1, config.timeout().toMillis() / (RETRIES + 1)));
		return target;
	}

	private VariableBinding checked(PDU answer) throws BenchException {
		if (answer == null) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_silent, shown(), config.timeout().toMillis() / 1000.0))
					.next(config.version() == SnmpPowerConfig.Version.V3 ? Messages.SnmpSession_silentNext : Messages.SnmpSession_silentCommunity).build();
		}
		if (answer.getType() == PDU.REPORT) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_report, shown(), report(answer.get(0).getOid()))).build();
		}
		if (answer.getErrorStatus() != PDU.noError) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_refused, new Object[] {shown(), answer.getErrorStatusText()})).next(Messages.SnmpSession_refusedNext).build();
		}
		final var variable = answer.get(0);
		if (variable.isException()) {
			throw BenchException.failed(NLS.bind(Messages.SnmpSession_noVariable, shown(), variable.getOid())).next(Messages.SnmpSession_noVariableNext).build();
		}
		return variable;
	}

	/** What the reports of RFC 3414, section 3.2, mean. */
	private static String report(OID oid) {
		if (oid.startsWith(SnmpConstants.usmStatsUnknownUserNames)) {
			return Messages.SnmpSession_unknownUser;
		}
		if (oid.startsWith(SnmpConstants.usmStatsWrongDigests)) {
			return Messages.SnmpSession_wrongDigest;
		}
		if (oid.startsWith(SnmpConstants.usmStatsDecryptionErrors)) {
			return Messages.SnmpSession_decryption;
		}
		if (oid.startsWith(SnmpConstants.usmStatsUnsupportedSecLevels)) {
			return Messages.SnmpSession_level;
		}
		return oid.toString();
	}

	private String shown() {
		return config.host() + ':' + config.port();
	}
}
