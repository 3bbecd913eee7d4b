package dev.benchtop.storage.backend;

import java.io.IOException;

import dev.benchtop.core.capability.Passing;

/** Why a backend could not do something; its message is the server's own words, without secrets. */
public final class BackendException extends IOException implements Passing {

	private static final long serialVersionUID = 1L;

	/** What kind of failure. */
	public enum Kind {
		/** Nothing lies there. */
		MISSING,
		/** Something lies there already. */
		EXISTS,
		/** The server refuses: credentials, rights. */
		DENIED,
		/** A file where a folder is needed. */
		NOT_FOLDER,
		/** A folder where a file is needed. */
		IS_FOLDER,
		NOT_EMPTY,
		/** The storage cannot do that. */
		UNSUPPORTED,
		/** It is not the version any more that was asked for. */
		CHANGED,
		/** It may work when tried again: connection lost, server busy, timed out. */
		BROKEN,
		/** Anything else; trying again would not help. */
		FAILED,
		/** The storage was closed meanwhile. */
		CLOSED
	}

	private final Kind kind;

	public BackendException(Kind kind, String words) {
		super(words);
		this.kind = kind;
	}

	public BackendException(Kind kind, String words, Throwable cause) {
		super(words, cause);
		this.kind = kind;
	}

	public Kind kind() {
		return kind;
	}

	@Override
	public boolean mayPass() {
		return kind == Kind.BROKEN;
	}
}
