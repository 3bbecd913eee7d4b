package dev.benchtop.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;

/** Pictures of the screen, for a person to look at: under {@code target/screenshots} of this bundle. */
final class Pictures {

	private static final Path FOLDER = Path.of(System.getProperty("benchtop.screenshots", "target/screenshots"));

	private Pictures() {
	}

	/** Takes a picture once everything that is due was painted. */
	static void take(String name) throws Exception {
		Files.createDirectories(FOLDER);
		Ui.run(() -> {
			final var display = Ui.display();
			for (int i = 0; i < 50 && display.readAndDispatch(); i++) {
				display.update();
			}
			final var image = new Image(display, display.getBounds());
			final var gc = new GC(display);
			gc.copyArea(image, 0, 0);
			gc.dispose();
			final var loader = new ImageLoader();
			loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
			image.dispose();
			loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
		});
	}
}
