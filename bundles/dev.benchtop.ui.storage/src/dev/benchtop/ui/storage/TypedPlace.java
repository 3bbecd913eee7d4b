package dev.benchtop.ui.storage;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.ui.Work;

/** Goes where a user types: a folder, or the folder of a file with the file selected. */
final class TypedPlace {

	private final StorageRoom room;

	TypedPlace(StorageRoom room) {
		this.room = room;
	}

	void find(String text, BiConsumer<Place, Optional<String>> found) {
		if (text.isEmpty()) {
			return;
		}
		Work.quietly(NLS.bind(Messages.TypedPlace_looking, Urls.redacted(text)), _ -> {
			if (Urls.isUrl(text)) {
				throw BenchException.usage(Messages.TypedPlace_url).where(Urls.redacted(text)).next(Messages.TypedPlace_urlNext).build();
			}
			final var location = room.locate(text);
			final Place place = Place.parse(location.text());
			final boolean file = Files.isRegularFile(location.path());
			room.display().asyncExec(() -> found.accept(file ? place.parent().orElse(place) : place, file ? Optional.of(place.name()) : Optional.empty()));
		});
	}
}
