package dev.benchtop.image.format;

import java.nio.ByteBuffer;

import dev.benchtop.core.spi.ImageFormat;

/** A format whose files begin with the same few bytes. */
abstract class MagicFormat implements ImageFormat {

	private final String id;
	private final String label;
	private final int[] magic;

	MagicFormat(String id, String label, int... magic) {
		this.id = id;
		this.label = label;
		this.magic = magic;
	}

	@Override
	public final String id() {
		return id;
	}

	@Override
	public final String label() {
		return label;
	}

	@Override
	public int headLength() {
		return magic.length;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return Magic.startsWith(head, magic);
	}
}
