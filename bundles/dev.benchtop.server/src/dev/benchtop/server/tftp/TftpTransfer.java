package dev.benchtop.server.tftp;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;

/** A transfer as others see it; the counters can be read at any time by any thread. */
public interface TftpTransfer {

	InetSocketAddress client();

	/** The name that was asked for, cleaned. */
	String name();

	/** Whether the client sends the file. */
	boolean upload();

	/** What was agreed on, by the names of the options in lower case; empty where the client asked for nothing. */
	Map<String, String> options();

	/** The bytes of the file, -1 where they are not known. */
	long total();

	/** The bytes that the other side has acknowledged, or that were received. */
	long done();

	/** The packets that were sent more than once. */
	long retransmits();

	Instant since();
}
