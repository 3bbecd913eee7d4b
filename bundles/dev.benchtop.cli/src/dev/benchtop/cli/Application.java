package dev.benchtop.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.Person;

/** The product without a window: runs one command line and ends with its exit code. */
public final class Application implements IApplication {

	private final CancelToken token = new CancelToken();

	@Override
	public Object start(IApplicationContext context) {
		final var arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		final var io = new CommandIo(new FileInputStream(FileDescriptor.in), stream(FileDescriptor.out), stream(FileDescriptor.err), isTerminal(),
				workingFolder(), System.getenv(), token);
		final var bundle = FrameworkUtil.getBundle(Application.class).getBundleContext();
		final var reference = bundle.getServiceReference(CommandLineHost.class);
		final var host = Optional.ofNullable(reference).map(bundle::getService);
		if (host.isEmpty()) {
			io.err().println(Messages.Application_incomplete);
			return 1;
		}
		bundle.registerService(Person.class, new TerminalPerson(io), null);
		final int code;
		try (var _ = new Interruption(token)) {
			code = host.get().run(arguments, io);
		}
		io.out().flush();
		io.err().flush();
		return code;
	}

	@Override
	public void stop() {
		token.cancel();
	}

	private static boolean isTerminal() {
		final var console = System.console();
		return console != null && console.isTerminal();
	}

	/** The folder of the user's shell, which the launching script passes on because it starts the product in another. */
	private static Path workingFolder() {
		return Path.of(System.getProperty("benchtop.cwd", System.getProperty("user.dir"))).toAbsolutePath(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
	}
}
