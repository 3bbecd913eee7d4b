package dev.benchtop.storage.ftp;

/** Who connects for data. */
public enum DataMode {
	/** This machine does; works through firewalls. */
	PASSIVE,
	/** The server does. */
	ACTIVE
}
