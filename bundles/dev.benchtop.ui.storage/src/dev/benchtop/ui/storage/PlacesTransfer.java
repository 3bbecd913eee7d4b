package dev.benchtop.ui.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** Files and folders of storages on the clipboard or under the pointer, inside this program. */
final class PlacesTransfer extends ByteArrayTransfer {

	static final PlacesTransfer INSTANCE = new PlacesTransfer();

	private static final String NAME = "benchtop-storage-places"; //$NON-NLS-1$
	private static final int ID = registerType(NAME);
	private static final String CUT = "cut"; //$NON-NLS-1$
	private static final String COPY = "copy"; //$NON-NLS-1$

	/** @param cut whether they go away from where they are */
	record Content(List<String> places, boolean cut) {
	}

	private PlacesTransfer() {
	}

	@Override
	protected int[] getTypeIds() {
		return new int[] {ID};
	}

	@Override
	protected String[] getTypeNames() {
		return new String[] {NAME};
	}

	@Override
	protected void javaToNative(Object object, TransferData data) {
		if (object instanceof Content content) {
			super.javaToNative(text(content).getBytes(StandardCharsets.UTF_8), data);
		}
	}

	@Override
	protected Object nativeToJava(TransferData data) {
		return super.nativeToJava(data) instanceof byte[] bytes ? content(new String(bytes, StandardCharsets.UTF_8)) : null;
	}

	static String text(Content content) {
		return (content.cut() ? CUT : COPY) + content.places().stream().map(place -> '\0' + place).collect(Collectors.joining());
	}

	static Content content(String text) {
		final String[] parts = text.split("\0"); //$NON-NLS-1$
		return new Content(Arrays.stream(parts).skip(1).toList(), parts[0].equals(CUT));
	}
}
