package dev.benchtop.cli;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.ConfigSchema;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads options as bench files are read: {@code 2s}, {@code 512M}; paths count from the user's working folder. */
final class Converters {

	private Converters() {
	}

	static CommandLine register(CommandLine line, Path workingFolder) {
		return line.registerConverter(Path.class, workingFolder::resolve)
				.registerConverter(Duration.class, like(Duration.class))
				.registerConverter(ByteSize.class, like(ByteSize.class));
	}

	private static <T> ITypeConverter<T> like(Class<T> type) {
		return text -> {
			try {
				return type.cast(ConfigSchema.parseValue(type, text));
			} catch (IllegalArgumentException e) {
				throw new TypeConversionException(e.getMessage());
			}
		};
	}
}
