package dev.benchtop.ssh;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.KeySpec;

import org.apache.sshd.common.config.keys.PrivateKeyEntryDecoder;
import org.apache.sshd.common.config.keys.PublicKeyEntryDecoder;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSAUtils;
import org.apache.sshd.common.util.security.eddsa.generic.GenericEd25519PublicKeyDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericOpenSSHEd25519PrivateKeyEntryDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericSignatureEd25519;

/** The keys {@code ssh-ed25519} (RFC 8709) by Java's own means, for MINA, which knows only those of other libraries. */
final class Ed25519 implements EdDSASupport<EdECPublicKey, EdECPrivateKey> {

	private static final String ALGORITHM = "Ed25519"; //$NON-NLS-1$

	@Override
	public PublicKeyEntryDecoder<EdECPublicKey, EdECPrivateKey> getEDDSAPublicKeyEntryDecoder() {
		return new GenericEd25519PublicKeyDecoder<>(EdECPublicKey.class, EdECPrivateKey.class, this);
	}

	@Override
	public PrivateKeyEntryDecoder<EdECPublicKey, EdECPrivateKey> getOpenSSHEDDSAPrivateKeyEntryDecoder() {
		return new GenericOpenSSHEd25519PrivateKeyEntryDecoder<>(EdECPublicKey.class, EdECPrivateKey.class, this);
	}

	@Override
	public Signature getEDDSASigner() {
		return new GenericSignatureEd25519(ALGORITHM);
	}

	@Override
	public int getEDDSAKeySize(Key key) {
		return key instanceof EdECKey ? KEY_SIZE : -1;
	}

	@Override
	public Class<EdECPublicKey> getEDDSAPublicKeyType() {
		return EdECPublicKey.class;
	}

	@Override
	public Class<EdECPrivateKey> getEDDSAPrivateKeyType() {
		return EdECPrivateKey.class;
	}

	@Override
	public boolean compareEDDSAPPublicKeys(PublicKey one, PublicKey other) {
		return one instanceof EdECPublicKey && one.equals(other);
	}

	@Override
	public boolean compareEDDSAPrivateKeys(PrivateKey one, PrivateKey other) {
		return one instanceof EdECPrivateKey && one.equals(other);
	}

	/** Java computes it only where it makes a pair, from what it takes for random: here, the private key. */
	@Override
	public EdECPublicKey recoverEDDSAPublicKey(PrivateKey key) throws GeneralSecurityException {
		final byte[] seed = EdDSAUtils.getBytes(key);
		final var generator = KeyPairGenerator.getInstance(ALGORITHM);
		generator.initialize(KEY_SIZE - 1, new SecureRandom() {
			private static final long serialVersionUID = 1L;

			@Override
			public void nextBytes(byte[] bytes) {
				System.arraycopy(seed, 0, bytes, 0, bytes.length);
			}
		});
		final var pair = generator.generateKeyPair();
		if (!compareEDDSAPrivateKeys(pair.getPrivate(), key)) {
			throw new InvalidKeyException();
		}
		return (EdECPublicKey) pair.getPublic();
	}

	@Override
	public EdECPublicKey generateEDDSAPublicKey(byte[] raw) throws GeneralSecurityException {
		return (EdECPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(EdDSAUtils.createPublicKeySpec(raw));
	}

	@Override
	public EdECPrivateKey generateEDDSAPrivateKey(byte[] raw) throws GeneralSecurityException {
		return (EdECPrivateKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(EdDSAUtils.createPrivateKeySpec(raw));
	}

	@Override
	public <B extends Buffer> B putRawEDDSAPublicKey(B buffer, PublicKey key) {
		buffer.putBytes(raw(key));
		return buffer;
	}

	@Override
	public <B extends Buffer> B putEDDSAKeyPair(B buffer, PublicKey publicKey, PrivateKey privateKey) {
		throw new UnsupportedOperationException();
	}

	@Override
	public KeySpec createPublicKeySpec(EdECPublicKey key) {
		try {
			return EdDSAUtils.createPublicKeySpec(raw(key));
		} catch (final InvalidKeyException e) {
			throw new IllegalArgumentException(e);
		}
	}

	@Override
	public KeySpec createPrivateKeySpec(EdECPrivateKey key) {
		try {
			return EdDSAUtils.createPrivateKeySpec(getPrivateKeyData(key));
		} catch (final InvalidKeyException e) {
			throw new IllegalArgumentException(e);
		}
	}

	@Override
	public byte[] getPublicKeyData(EdECPublicKey key) {
		return key == null ? null : raw(key);
	}

	@Override
	public byte[] getPrivateKeyData(EdECPrivateKey key) {
		return key.getBytes().orElseThrow(IllegalArgumentException::new);
	}

	@Override
	public String getKeyFactoryAlgorithm() {
		return ALGORITHM;
	}

	private static byte[] raw(PublicKey key) {
		try {
			return EdDSAUtils.getBytes(key);
		} catch (final InvalidKeyException e) {
			throw new IllegalArgumentException(e);
		}
	}
}
