package dev.benchtop.cli.display;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.rfb.Picture;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop screenshot}: saves what the display of a board shows. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "screenshot")
public final class ScreenshotCommand implements CliCommand {

	@Parameters(index = "0", paramLabel = "BOARD", descriptionKey = "address")
	private String address;

	@Parameters(index = "1", paramLabel = "FILE", descriptionKey = "screenshot.file")
	private Path file;

	@Option(names = "--force", descriptionKey = "dump.force")
	private boolean force;

	@Override
	public int run(CliContext context) throws BenchException {
		final Path target = context.workingFolder().resolve(file);
		if (Files.exists(target) && !force) {
			throw BenchException.usage(Messages.ScreenshotCommand_exists).where(target.toString()).next(Messages.ScreenshotCommand_force).build();
		}
		final var place = Address.parse(address);
		final var node = context.bench().board(place.board()).find(place.node(), Display.class);
		final var picture = Picture.take(node.use(Display.class), context.token());
		picture.save(target);
		if (context.json()) {
			final Map<String, Object> json = new LinkedHashMap<>();
			json.put("board", node.board().name()); //$NON-NLS-1$
			json.put("node", node.path()); //$NON-NLS-1$
			json.put("file", target.toString()); //$NON-NLS-1$
			json.put("width", picture.width()); //$NON-NLS-1$
			json.put("height", picture.height()); //$NON-NLS-1$
			context.json(json);
		} else {
			context.out().println(NLS.bind(Messages.ScreenshotCommand_done,
					new Object[] {node.board().name(), target, Integer.toString(picture.width()), Integer.toString(picture.height())}));
		}
		return 0;
	}
}
