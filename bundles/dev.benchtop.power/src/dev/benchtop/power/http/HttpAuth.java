package dev.benchtop.power.http;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/** Who asks: by basic or by digest authentication (RFC 7617, RFC 7616). */
public record HttpAuth(@Option User basic, @Option User digest) {

	/** A user and the password. */
	public record User(@Option(required = true) String user, @Option(required = true) Secret password) {
	}
}
