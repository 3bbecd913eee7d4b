package dev.benchtop.core.flash;

/**
 * What the user has said to what a target wants before it is overwritten ({@link Guard}).
 *
 * @param unmount whether what is mounted of it may be unmounted
 * @param name what was typed as its name; empty where nothing was
 * @param seen the {@link Guard#seen} of the target that the user was shown; empty where none was shown
 */
public record Consent(boolean unmount, String name, String seen) {

	/** Nothing was asked. */
	public static final Consent NONE = new Consent(false, "", ""); //$NON-NLS-1$ //$NON-NLS-2$
}
