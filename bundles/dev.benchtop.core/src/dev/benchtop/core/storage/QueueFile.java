package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.storage.TransferQueue.Item;

/** The file that keeps a queue: one JSON object, replaced as a whole. */
final class QueueFile {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
	private static final int VERSION = 1;

	private record Content(int version, List<Item> items) {
	}

	private final Path file;

	QueueFile(Path file) {
		this.file = file;
	}

	/** The items that were saved; none where the file is not there. */
	List<Item> read() throws IOException {
		try {
			final Content content = GSON.fromJson(Files.readString(file), Content.class);
			return content == null || content.items() == null ? List.of() : content.items().stream().filter(QueueFile::isWhole).toList();
		} catch (NoSuchFileException e) {
			return List.of();
		} catch (JsonParseException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static boolean isWhole(Item item) {
		return Objects.nonNull(item) && item.from() != null && item.to() != null && item.state() != null && item.message() != null
				&& item.options() != null && item.options().existing() != null;
	}

	void write(List<Item> items) throws IOException {
		PrivateFiles.folder(file.getParent());
		PrivateFiles.replace(file, GSON.toJson(new Content(VERSION, items)).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return file.toString();
	}
}
