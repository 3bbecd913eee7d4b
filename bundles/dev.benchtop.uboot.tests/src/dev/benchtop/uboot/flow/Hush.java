package dev.benchtop.uboot.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Splits a line as U-Boot's hush does: quotes, a backslash outside of them, {@code $NAME}, {@code $?} and {@code ;}. */
final class Hush {

	private Hush() {
	}

	/** The commands of a line, of which {@code status} is asked at the moment at which each comes. */
	static Iterable<List<String>> parse(String line, Supplier<String> status, UnaryOperator<String> variables) {
		final List<String> commands = split(line);
		return () -> commands.stream().map(command -> words(command, status, variables)).filter(words -> !words.isEmpty()).iterator();
	}

	private static List<String> split(String line) {
		final var commands = new ArrayList<String>();
		final var command = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '\\' && i + 1 < line.length()) {
				command.append(c).append(line.charAt(++i));
			} else if (c == ';' && quote == 0) {
				commands.add(command.toString());
				command.setLength(0);
			} else {
				quote = quote == c ? 0 : quote == 0 && (c == '\'' || c == '"') ? c : quote;
				command.append(c);
			}
		}
		commands.add(command.toString());
		return commands;
	}

	private static List<String> words(String command, Supplier<String> status, UnaryOperator<String> variables) {
		final var words = new ArrayList<String>();
		final var word = new StringBuilder();
		boolean any = false;
		char quote = 0;
		for (int i = 0; i < command.length(); i++) {
			final char c = command.charAt(i);
			if (c == '\\' && quote != '"' && i + 1 < command.length()) {
				word.append(command.charAt(++i));
				any = true;
			} else if (quote == 0 && (c == '\'' || c == '"')) {
				quote = c;
				any = true;
			} else if (c == quote) {
				quote = 0;
			} else if (c == '$' && quote != '\'' && i + 1 < command.length()) {
				any = true;
				if (command.charAt(i + 1) == '?') {
					i++;
					word.append(status.get());
				} else {
					final int from = i + 1;
					while (i + 1 < command.length() && Character.isJavaIdentifierPart(command.charAt(i + 1))) {
						i++;
					}
					word.append(variables.apply(command.substring(from, i + 1)));
				}
			} else if (c == ' ' && quote == 0) {
				if (any) {
					words.add(word.toString());
					word.setLength(0);
					any = false;
				}
			} else {
				word.append(c);
				any = true;
			}
		}
		if (any) {
			words.add(word.toString());
		}
		return words;
	}
}
