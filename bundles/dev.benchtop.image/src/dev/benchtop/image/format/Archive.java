package dev.benchtop.image.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.BlockMap;

/** An archive whose files are known before any is read. Closing it leaves the bytes that it was made of open. */
interface Archive extends Closeable {

	/**
	 * One file.
	 *
	 * @param crc its CRC-32, where the archive tells it
	 */
	record Member(String name, long size, OptionalLong crc) {
	}

	String label();

	List<Member> members();

	/** Opens a file at its first byte. */
	InputStream open(Member member) throws IOException;

	/** The image in it. */
	default Member image() throws IOException {
		final List<String> images = members().stream().filter(member -> Members.isImage(member.name(), member.size())).map(Member::name).toList();
		return member(Members.image(label(), images, maps()));
	}

	private List<String> maps() {
		return members().stream().map(Member::name).filter(Members::isMap).toList();
	}

	private Member member(String name) {
		return members().stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow();
	}

	/** The block map of the image in it. */
	default Optional<BlockMap> map() throws IOException {
		final Optional<String> name = Members.map(image().name(), maps());
		if (name.isEmpty()) {
			return Optional.empty();
		}
		try (var in = content(member(name.get()))) {
			return Optional.of(BlockMap.read(name.get(), in));
		} catch (IOException e) {
			throw new IOException(NLS.bind(Messages.Archive_map, name.get(), e.getMessage()), e);
		}
	}

	/** A file, checked by its size and sum. */
	default MemberInput content(Member member) throws IOException {
		return new MemberInput(this, member, open(member));
	}
}
