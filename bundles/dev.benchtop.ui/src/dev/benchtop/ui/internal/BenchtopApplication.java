package dev.benchtop.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.Places;
import dev.benchtop.core.bench.BoardLocks;

/** The window. Knows the argument {@code --bench DIR}. */
public final class BenchtopApplication implements IApplication {

	private static final Integer FAILED = 1;
	private static final Integer USAGE = 2;

	@Override
	public Object start(IApplicationContext context) throws IOException {
		final Arguments arguments;
		try {
			arguments = Arguments.parse((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		} catch (IllegalArgumentException e) {
			return say(e.getMessage(), USAGE);
		}
		System.setProperty(BoardLocks.COMMAND, Messages.BenchtopApplication_command);
		final Display display;
		try {
			display = PlatformUI.createDisplay();
		} catch (SWTError e) {
			return say(Messages.BenchtopApplication_noDisplay, FAILED);
		}
		try {
			if (!lockWorkspace()) {
				final String sentence = NLS.bind(Messages.BenchtopApplication_locked, Path.of(Platform.getInstanceLocation().getURL().getPath()));
				MessageDialog.openInformation(null, productName(), sentence);
				return say(sentence, FAILED);
			}
			Preferences.theme().prepare();
			final int code = PlatformUI.createAndRunWorkbench(display, new BenchtopWorkbench(arguments));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			Platform.getInstanceLocation().release();
			display.dispose();
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			final var workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(workbench::close);
		}
	}

	static String productName() {
		final IProduct product = Platform.getProduct();
		return product == null ? "Benchtop" : product.getName(); //$NON-NLS-1$
	}

	private static boolean lockWorkspace() throws IOException {
		final var location = Platform.getInstanceLocation();
		if (location.isSet()) {
			return location.lock();
		}
		final Path folder = Places.system().state().resolve("window"); //$NON-NLS-1$
		Files.createDirectories(folder);
		return location.set(folder.toUri().toURL(), true);
	}

	private static Integer say(String sentence, Integer code) {
		System.err.println(sentence);
		return code;
	}
}
