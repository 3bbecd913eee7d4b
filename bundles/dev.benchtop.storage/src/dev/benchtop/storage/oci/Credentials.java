package dev.benchtop.storage.oci;

import dev.benchtop.core.Secret;

/**
 * Who one is for a registry.
 *
 * @param user empty where the secret is an identity token, with which a token is asked for (Docker's OAuth 2 flow)
 */
record Credentials(String user, Secret secret) {

	boolean isToken() {
		return user.isEmpty();
	}
}
