package dev.benchtop.core.rfb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Display;

/**
 * What a screen showed at one time.
 *
 * @param pixels {@code 0xRRGGBB}, line after line
 */
public record Picture(int width, int height, int[] pixels) {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** What the screen shows now. */
	public static Picture of(Framebuffer screen) {
		return new Picture(screen.width(), screen.height(), screen.copy());
	}

	/** Connects to a display and waits for its first whole picture, at most 20 s. */
	public static Picture take(Display display, CancelToken token) throws BenchException {
		final var first = new FirstPicture();
		try (var client = RfbClient.open(display, first); var _ = token.onCancel(client::close)) {
			Thread.ofPlatform().daemon().name("screenshot").start(() -> first.follow(client)); //$NON-NLS-1$
			return first.get();
		} catch (BenchException e) {
			token.check();
			throw e;
		}
	}

	/** Writes it as PNG in place of whatever the file was; a file that could not be written whole stays as it was. */
	public void save(Path file) throws BenchException {
		final Path part = file.resolveSibling("." + file.getFileName() + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			write(part);
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Picture_notSaved, file)).why(e).build();
		}
	}

	private void write(Path part) throws IOException {
		try (OutputStream output = Files.newOutputStream(part)) {
			Png.write(width, height, pixels, output);
		} catch (IOException e) {
			Files.deleteIfExists(part);
			throw e;
		}
	}

	/** Waits until all of the screen was sent. */
	private static final class FirstPicture implements RfbListener {

		private final CompletableFuture<Picture> picture = new CompletableFuture<>();
		private Framebuffer screen;
		private long missing;

		@Override
		public void screen(Framebuffer next) {
			screen = next;
			missing = next.bounds().area();
		}

		@Override
		public void changed(Rect part) {
			missing -= part.area();
		}

		@Override
		public void updated() {
			if (missing <= 0) {
				picture.complete(Picture.of(screen));
			}
		}

		void follow(RfbClient client) {
			try {
				client.run();
				picture.completeExceptionally(BenchException.cancelled());
			} catch (BenchException e) {
				picture.completeExceptionally(e);
			}
		}

		Picture get() throws BenchException {
			try {
				return picture.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			} catch (ExecutionException e) {
				throw (BenchException) e.getCause();
			} catch (TimeoutException e) {
				throw BenchException.failed(NLS.bind(Messages.Picture_silent, Long.toString(PATIENCE.toSeconds()))).build();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw BenchException.cancelled();
			}
		}
	}
}
