package dev.benchtop.image.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.BlockMap;

/** What an image is packed with, one inside the other, down to the content. */
final class Layers implements Closeable {

	private static final int LONGEST_HEAD = 512;
	/** Nobody packs an image more often than this. */
	private static final int MOST = 5;

	private final List<ImageFormat> known;
	private final List<ImageFormat> formats = new ArrayList<>();
	private InputStream content;
	private Outline outline;
	private Optional<BlockMap> map = Optional.empty();

	/** @param first of them, which {@code content} was unpacked from; null where there is none */
	Layers(List<ImageFormat> known, ImageFormat first, InputStream content) {
		this.known = known;
		this.content = content;
		if (first != null) {
			formats.add(first);
		}
	}

	/** Unpacks as long as there is something packed inside. */
	void look() throws IOException {
		while (!formats.isEmpty() && enter()) {
			if (formats.size() > MOST) {
				throw new IOException(NLS.bind(Messages.Layers_deep, formats.stream().map(ImageFormat::label).collect(Collectors.joining(", ")))); //$NON-NLS-1$
			}
		}
	}

	/** Goes one layer in; false where there is none. */
	private boolean enter() throws IOException {
		outline = content instanceof Outline told ? told : null;
		map = outline().flatMap(Outline::map).or(() -> map);
		if (content instanceof Holes) {
			return false;
		}
		final byte[] head = content.readNBytes(LONGEST_HEAD);
		final InputStream whole = whole(head);
		content = whole;
		final Optional<ImageFormat> inner = PackedFile.formatOf(ByteBuffer.wrap(head), known);
		if (inner.isPresent()) {
			content = inner.get().unpack(whole);
			formats.add(inner.get());
		}
		return inner.isPresent();
	}

	/** The content from its first byte on, of which the head was read already. */
	private InputStream whole(byte[] head) throws IOException {
		if (content instanceof LzmaInput direct) {
			return new HeadedInput<>(head, direct);
		}
		final var whole = new PushbackInputStream(content, LONGEST_HEAD);
		whole.unread(head);
		return whole;
	}

	/** From outside in. */
	List<ImageFormat> formats() {
		return formats;
	}

	InputStream content() {
		return content;
	}

	/** What the content tells of itself. */
	Optional<Outline> outline() {
		return Optional.ofNullable(outline);
	}

	/** The map of the content that came with a layer. */
	Optional<BlockMap> map() {
		return map;
	}

	@Override
	public void close() throws IOException {
		content.close();
	}
}
