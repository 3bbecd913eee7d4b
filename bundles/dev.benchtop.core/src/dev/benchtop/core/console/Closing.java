package dev.benchtop.core.console;

import java.lang.System.Logger.Level;

/** Closes what is of no more use, where a failure is worth no more than a line in the program's log. */
final class Closing {

	private Closing() {
	}

	static void quietly(AutoCloseable... resources) {
		for (final AutoCloseable resource : resources) {
			try {
				if (resource != null) {
					resource.close();
				}
			} catch (Exception e) {
				System.getLogger(Closing.class.getName()).log(Level.DEBUG, resource.toString(), e);
			}
		}
	}
}
