package dev.benchtop.core.console;

/** Finds in the bytes of a log, quickly, what every line has that is looked for. A line that has it need not be one of them. */
@FunctionalInterface
interface Sieve {

	/** A place in a line that has it, from {@code from} on and before {@code to}, both at the beginning of a line; -1 where none has. */
	int find(byte[] bytes, int from, int to);
}
