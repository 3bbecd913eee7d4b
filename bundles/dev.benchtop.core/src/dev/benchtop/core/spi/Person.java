package dev.benchtop.core.spi;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** The person at this machine, who is asked to do what no driver can. Contributed as a Declarative Services component by whoever can ask: the window, the command line. */
public interface Person {

	/** Whether somebody can be asked this way now. */
	boolean present();

	/**
	 * Asks for something that is done by hand; returns once the person says that it is done. Off the UI thread.
	 *
	 * @param place what it is about: {@code rpi4/power}
	 * @param request a whole sentence
	 * @throws BenchException of kind cancelled if the person would rather not, or by the token
	 */
	void ask(String place, String request, CancelToken cancel) throws BenchException;
}
