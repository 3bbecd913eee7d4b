package dev.benchtop.cli;

import java.nio.file.Path;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** The one form of JSON that the command line prints. */
final class Json {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
			.registerTypeHierarchyAdapter(Path.class, (JsonSerializer<Path>) (path, _, _) -> new JsonPrimitive(path.toString())).create();

	private Json() {
	}

	static String text(Object value) {
		return GSON.toJson(value);
	}
}
