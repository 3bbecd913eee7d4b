package dev.benchtop.power.snmp;

import java.time.Duration;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: snmp-power}: the outlet is the variable {@code oid.plug}.
 *
 * @param version what is spoken
 * @param community of versions 1 and 2c
 * @param user of version 3
 * @param on what the variable is set to, and is, where the outlet is on
 * @param off what it is where the outlet is off
 * @param stateOid another variable to ask, without the plug's number; empty for the one that is set
 * @param ask whether the outlet is asked how it stands
 */
public record SnmpPowerConfig(@Option(required = true) String host, @Option(value = "161", min = 1, max = 65535) int port,
		@Option(value = "1.3.6.1.4.1.13742.6.4.1.2.1.2.1") String oid, @Option(required = true, min = 0) int plug,
		@Option("v3") Version version, @Option("private") Secret community, @Option String user,
		@Option(key = "auth_protocol", value = "none") Auth authProtocol, @Option(key = "auth_key") Secret authKey,
		@Option(key = "priv_protocol", value = "none") Priv privProtocol, @Option(key = "priv_key") Secret privKey,
		@Option(key = "on_value", value = "1", advanced = true) int on, @Option(key = "off_value", value = "0", advanced = true) int off,
		@Option(key = "state_oid", advanced = true) String stateOid, @Option(value = "true", advanced = true) boolean ask,
		@Option(value = "5s", advanced = true) Duration timeout) {

	private static final int SHORTEST_KEY = 8;

	/** The versions of SNMP. */
	public enum Version {
		V1, V2C, V3
	}

	/** The authentication protocols of version 3. */
	public enum Auth {
		NONE, MD5, SHA, SHA224, SHA256, SHA384, SHA512
	}

	/** The privacy protocols of version 3. */
	public enum Priv {
		NONE, DES, AES, AES192, AES256
	}

	/** @throws IllegalArgumentException where what version 3 needs is missing */
	public SnmpPowerConfig {
		if (version == Version.V3 && user.isBlank()) {
			throw new IllegalArgumentException(Messages.SnmpPowerConfig_noUser);
		}
		if (authProtocol != Auth.NONE && authKey == null || privProtocol != Priv.NONE && privKey == null) {
			throw new IllegalArgumentException(Messages.SnmpPowerConfig_noKey);
		}
		if (privProtocol != Priv.NONE && authProtocol == Auth.NONE) {
			throw new IllegalArgumentException(Messages.SnmpPowerConfig_privWithoutAuth);
		}
		if (version == Version.V3 && (isShort(authKey) || isShort(privKey))) {
			throw new IllegalArgumentException(Messages.SnmpPowerConfig_shortKey);
		}
		if (!oid.matches("\\.?\\d+(\\.\\d+)+") || !stateOid.isBlank() && !stateOid.matches("\\.?\\d+(\\.\\d+)+")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw new IllegalArgumentException(Messages.SnmpPowerConfig_badOid);
		}
	}

	/** RFC 3414, section 11.2. */
	private static boolean isShort(Secret key) {
		return key != null && key.reveal().length() < SHORTEST_KEY;
	}
}
