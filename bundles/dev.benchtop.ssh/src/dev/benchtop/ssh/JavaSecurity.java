package dev.benchtop.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;

import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells MINA that Java itself knows the keys {@code ssh-ed25519}; all else is found without it. */
public final class JavaSecurity extends AbstractSecurityProviderRegistrar {

	private static final String PROVIDER = "SunEC"; //$NON-NLS-1$

	private JavaSecurity() {
		super(PROVIDER);
	}

	/** To be called before any other class of MINA is used. */
	public static synchronized void register() {
		if (!SecurityUtils.isProviderRegistered(PROVIDER)) {
			SecurityUtils.registerSecurityProvider(new JavaSecurity());
		}
	}

	@Override
	public Provider getSecurityProvider() {
		return Security.getProvider(PROVIDER);
	}

	@Override
	public boolean isSupported() {
		return getSecurityProvider() != null;
	}

	@Override
	public boolean isSecurityEntitySupported(Class<?> type, String name) {
		return false;
	}

	@Override
	public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
		return Optional.of(new Ed25519());
	}
}
