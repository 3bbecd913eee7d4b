package dev.benchtop.cli;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code benchtop} itself, with the options that every command has. */
@Command(name = "benchtop", subcommands = HelpOf.class)
final class Root {

	@Option(names = "--bench", paramLabel = "DIR", descriptionKey = "option.bench", scope = ScopeType.INHERIT)
	private Optional<Path> bench = Optional.empty();

	@Option(names = "--json", descriptionKey = "option.json", scope = ScopeType.INHERIT)
	private boolean json;

	@Option(names = "--trust", descriptionKey = "option.trust", scope = ScopeType.INHERIT)
	private boolean trust;

	@Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help", scope = ScopeType.INHERIT)
	private boolean help;

	@Option(names = "--version", versionHelp = true, descriptionKey = "option.version")
	private boolean version;

	Optional<Path> bench() {
		return bench;
	}

	boolean json() {
		return json;
	}

	boolean trust() {
		return trust;
	}
}
