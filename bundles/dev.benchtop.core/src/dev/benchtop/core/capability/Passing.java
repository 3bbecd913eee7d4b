package dev.benchtop.core.capability;

/** An {@link java.io.IOException} that knows whether the same may work when it is tried again; may stand anywhere among the causes of another. */
public interface Passing {

	/** Whether it may: a lost connection, a server that is busy. */
	boolean mayPass();
}
