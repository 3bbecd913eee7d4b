package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.Imaging;
import dev.benchtop.uboot.bundle.Device;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.bundle.FlasherBundles;

/** Flashes a board over the network through U-Boot, by nothing but its console, its power and the files that it fetches. */
public final class UbootFlasher implements Flasher {

	/** What a flasher takes from the house. */
	public record Tools(FlasherBundles bundles, Imaging imaging, Supplier<List<FileServers>> servers) {
	}

	private final DriverContext context;
	private final UbootFlasherConfig config;
	private final String bundle;
	private final Console console;
	private final Power power;
	private final Tools tools;
	private Optional<String> shell = Optional.empty();

	/** @param bundle the reference of the flasher bundle */
	public UbootFlasher(DriverContext context, UbootFlasherConfig config, String bundle, Console console, Power power, Tools tools) {
		this.context = context;
		this.config = config;
		this.bundle = bundle;
		this.console = console;
		this.power = power;
		this.tools = tools;
	}

	@Override
	public List<Target> targets() throws BenchException {
		try (FlasherBundle opened = open(CancelToken.none())) {
			final var targets = new ArrayList<Target>();
			final String first = defaultTarget().orElse(opened.manifest().spec().defaultTarget());
			targets.add(target(first, opened.target(Optional.of(first))));
			for (final String name : opened.manifest().targets()) {
				if (!name.equals(first)) {
					targets.add(target(name, opened.target(Optional.of(name))));
				}
			}
			return targets;
		}
	}

	private Target target(String name, Device device) {
		return new Target(name, OptionalLong.empty(), "", context.board() + ':' + device.text()); //$NON-NLS-1$
	}

	private Optional<String> defaultTarget() {
		return Optional.ofNullable(config.defaultTarget()).filter(name -> !name.isEmpty());
	}

	FlasherBundle open(CancelToken token) throws BenchException {
		if (bundle.isEmpty()) {
			throw BenchException.usage(Messages.UbootFlasher_noBundle).where(context.board()).next(Messages.UbootFlasher_noBundleNext).build();
		}
		return tools.bundles().open(bundle, config.manifest(), context, token);
	}

	/** The name of the target that is meant. */
	private String named(String wanted, FlasherBundle opened) throws BenchException {
		final String name = wanted.isEmpty() ? defaultTarget().orElse(opened.manifest().spec().defaultTarget()) : wanted;
		opened.target(Optional.of(name));
		return name;
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		try (FlasherBundle opened = open(CancelToken.none())) {
			return plan(request, opened);
		}
	}

	private FlashPlan plan(FlashRequest request, FlasherBundle opened) throws BenchException {
		check(opened);
		final String name = named(request.target(), opened);
		final Target target = target(name, opened.target(Optional.of(name)));
		final FlashPlan copy = tools.imaging().plan(request, target, new OnBoard(target.identity()));
		final ImageInfo info = tools.imaging().inspect(request.image(), CancelToken.none());
		return new FlashPlan(Stages.flash(request.verify()), Steps.of(config, opened, request, name, info, rates()), copy.bytes(), target);
	}

	/** Refuses what can be known to go wrong before the board is touched. */
	private void check(FlasherBundle opened) throws BenchException {
		final Optional<String> variant = Optional.ofNullable(config.variant()).filter(name -> !name.isEmpty());
		opened.bootFiles(variant);
		opened.bootCommand(variant);
		Headers.all(config);
		if (config.network().mode() == NetworkOptions.Mode.STATIC && (config.network().address() == null || config.network().address().isEmpty())) {
			throw BenchException.usage(Messages.UbootFlasher_noAddress).where(context.board()).next(Messages.UbootFlasher_noAddressNext).build();
		}
	}

	Rates rates() {
		return new Rates(context.state().resolve(context.node() + ".rates")); //$NON-NLS-1$
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		final FlashPlan plan = plan(request);
		progress.plan(plan.phases());
		return new FlashRun(this, request, plan, progress).run();
	}

	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		final String target;
		try (FlasherBundle opened = open(progress.token())) {
			check(opened);
			target = named(request.target(), opened);
		}
		return new DumpRun(this, request, target, progress).run();
	}

	@Override
	public List<Verb> verbs() {
		return List.of(new Verb("bootloader", Messages.UbootFlasher_bootloader, List.of(), Danger.INTERRUPTS, Optional.empty(), (values, progress) -> visit(progress, false)), //$NON-NLS-1$
				new Verb("shell", Messages.UbootFlasher_shell, List.of(), Danger.INTERRUPTS, Optional.empty(), (values, progress) -> visit(progress, true))); //$NON-NLS-1$
	}

	/** Brings the board to a prompt and leaves it there. */
	private void visit(Progress progress, boolean system) throws BenchException {
		final Log log = new Log(progress);
		left(Optional.empty());
		try (FlasherBundle opened = system ? open(progress.token()) : null; Serving serving = serving();
				Session session = session(Messages.UbootFlasher_visit, progress.token())) {
			final var boot = new BootSteps(session, config, opened, serving, log);
			if (system) {
				check(opened);
				opened.fetch(boot.variant(), Progress.of(progress.token()));
				serving.start("tftp", true); //$NON-NLS-1$
			}
			new Flow(session, config, log).run(system ? boot.stages() : boot.toBootloader());
			if (system) {
				session.shell().open();
			}
		}
	}

	DriverContext context() {
		return context;
	}

	UbootFlasherConfig config() {
		return config;
	}

	Tools tools() {
		return tools;
	}

	Session session(String by, CancelToken token) throws BenchException {
		return new Session(context.board(), console, power, config.bootloader(), by, token);
	}

	/** Takes the board to the shell in which the last flash left it, where it did. */
	void resume(Session session) throws BenchException {
		if (shell.isPresent() && power.state() != Power.State.OFF) {
			session.resume(shell.get());
		}
		shell = Optional.empty();
	}

	/** The board is left in this shell. */
	void left(Optional<String> prompt) {
		shell = prompt;
	}

	/** The servers of the board, or those that are made for it. */
	Serving serving() throws BenchException {
		final Map<String, FileServer> own = new HashMap<>();
		for (final String protocol : List.of("tftp", "http")) { //$NON-NLS-1$ //$NON-NLS-2$
			context.child(protocol, FileServer.class).ifPresent(server -> own.put(protocol, server));
		}
		final String host = config.network().host() == null ? "" : config.network().host(); //$NON-NLS-1$
		return new Serving(context.board(), host, context.only(HostLink.class), own, tools.servers().get());
	}

	/** A new private folder for one run. */
	Path scratch() throws BenchException {
		try {
			Files.createDirectories(context.state());
			return Files.createTempDirectory(context.state(), "uboot-"); //$NON-NLS-1$
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.UbootFlasher_noScratch, context.state())).where(context.board()).why(e).build();
		}
	}
}
