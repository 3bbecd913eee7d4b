package dev.benchtop.uboot.dialogue;

/**
 * What a command did.
 *
 * @param output what it printed, without the echo of the command, lines separated by {@code \n}
 * @param status its exit status
 */
public record Answer(String output, int status) {

	public boolean succeeded() {
		return status == 0;
	}
}
