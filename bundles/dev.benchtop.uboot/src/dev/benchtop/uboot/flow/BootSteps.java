package dev.benchtop.uboot.flow;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Power;
import dev.benchtop.uboot.bundle.BootFile;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.bundle.Manifest.Login;
import dev.benchtop.uboot.dialogue.Answer;
import dev.benchtop.uboot.dialogue.Bootloader;
import dev.benchtop.uboot.dialogue.Quoting;
import dev.benchtop.uboot.dialogue.Shell;
import dev.benchtop.uboot.dialogue.ShellOptions;
import dev.benchtop.uboot.flow.NetworkOptions.Mode;
import dev.benchtop.uboot.flow.NetworkOptions.Transport;

/** Brings a board from power-off to the shell of a flasher bundle. */
final class BootSteps {

	private static final int TFTP_PORT = 69;
	private static final Pattern LOADED = Pattern.compile("Bytes transferred = (\\d+)"); //$NON-NLS-1$
	private static final Pattern BOUND = Pattern.compile("DHCP client bound to address ([\\d.]+)"); //$NON-NLS-1$

	private final Session session;
	private final UbootFlasherConfig config;
	private final FlasherBundle bundle;
	private final Serving serving;
	private final Log log;

	BootSteps(Session session, UbootFlasherConfig config, FlasherBundle bundle, Serving serving, Log log) {
		this.session = session;
		this.config = config;
		this.bundle = bundle;
		this.serving = serving;
		this.log = log;
	}

	List<Stage> stages() {
		return List.of(new Stage(Stages.POWER, Place.ANYWHERE, Place.STARTING, false, this::power),
				new Stage(Stages.BOOTLOADER, Place.STARTING, Place.BOOTLOADER, false, () -> session.bootloader().interrupt()),
				new Stage(Stages.NETWORK, Place.BOOTLOADER, Place.BOOTLOADER, false, this::network),
				new Stage(Stages.LOAD, Place.BOOTLOADER, Place.BOOTLOADER, false, this::load),
				new Stage(Stages.BOOT, Place.BOOTLOADER, Place.LOGIN, false, this::boot),
				new Stage(Stages.LOGIN, Place.LOGIN, Place.SYSTEM, false, () -> session.at(Shell.login(session.script(), shellOptions()))));
	}

	/** Only as far as U-Boot's prompt. */
	List<Stage> toBootloader() {
		return stages().subList(0, 2);
	}

	Optional<String> variant() {
		return Optional.ofNullable(config.variant()).filter(name -> !name.isEmpty());
	}

	private void power() throws BenchException {
		final Power power = session.power();
		if (power.state() != Power.State.OFF) {
			power.off(log.token());
			session.script().pause(config.timeouts().off());
		}
		power.on(log.token());
		session.open();
	}

	private void network() throws BenchException {
		final Bootloader uboot = session.bootloader();
		final NetworkOptions network = config.network();
		if (network.mode() == Mode.STATIC) {
			uboot.set("ipaddr", network.address()); //$NON-NLS-1$
			uboot.set("netmask", network.netmask()); //$NON-NLS-1$
			uboot.set("gatewayip", text(network.gateway())); //$NON-NLS-1$
		} else {
			dhcp(uboot);
		}
		final String own = uboot.get("ipaddr").orElseThrow(() -> BenchException.failed(Messages.BootSteps_noAddress).why(session.script().lastLines(20)).build()); //$NON-NLS-1$
		serving.boardAt(own);
		log.message(NLS.bind(Messages.BootSteps_address, own));
		final Transport transport = transport();
		final String protocol = transport == Transport.WGET ? "http" : "tftp"; //$NON-NLS-1$ //$NON-NLS-2$
		serving.start(protocol, true);
		uboot.set("serverip", serving.seen(protocol, true).getAddress().getHostAddress()); //$NON-NLS-1$
		if (transport == Transport.TFTP) {
			tune(uboot);
		}
	}

	private void tune(Bootloader uboot) throws BenchException {
		final NetworkOptions network = config.network();
		if (network.tftpBlock() > 0) {
			uboot.set("tftpblocksize", Integer.toString(network.tftpBlock())); //$NON-NLS-1$
		}
		if (network.tftpWindow() > 0) {
			uboot.set("tftpwindowsize", Integer.toString(network.tftpWindow())); //$NON-NLS-1$
		}
		final int port = serving.seen("tftp", true).getPort(); //$NON-NLS-1$
		if (port != TFTP_PORT) {
			uboot.set("tftpdstp", Integer.toString(port)); //$NON-NLS-1$
		}
	}

	private static String text(String value) {
		return value == null ? "" : value; //$NON-NLS-1$
	}

	/** U-Boot's dhcp loads a file at once where it may, which is not wanted here. */
	private void dhcp(Bootloader uboot) throws BenchException {
		final String before = uboot.get("autoload").orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		uboot.set("autoload", "no"); //$NON-NLS-1$ //$NON-NLS-2$
		for (int attempt = 1;; attempt++) {
			final Answer answer = uboot.run("dhcp", config.timeouts().dhcp()); //$NON-NLS-1$
			if (BOUND.matcher(answer.output()).find() || answer.succeeded() && uboot.get("ipaddr").isPresent()) { //$NON-NLS-1$
				break;
			}
			if (attempt >= config.network().dhcpTries()) {
				throw Meaning.of(Messages.BootSteps_dhcp, answer.output(), Messages.BootSteps_dhcpNext);
			}
			log.message(NLS.bind(Messages.BootSteps_dhcpAgain, attempt, config.network().dhcpTries()));
			pause(config.network().dhcpPause());
		}
		uboot.set("autoload", before); //$NON-NLS-1$
	}

	private void pause(Duration time) throws BenchException {
		session.script().pause(time);
	}

	/** What is loaded by. */
	private Transport transport() throws BenchException {
		final Transport wanted = config.network().transport();
		if (wanted == Transport.TFTP) {
			return wanted;
		}
		final boolean known = !session.bootloader().run("help wget", config.bootloader().command()).output().contains("Unknown command") //$NON-NLS-1$ //$NON-NLS-2$
				&& session.bootloader().run("help wget", config.bootloader().command()).succeeded(); //$NON-NLS-1$
		if (!known && wanted == Transport.WGET) {
			throw BenchException.usage(Messages.BootSteps_noWget).next(Messages.BootSteps_noWgetNext).build();
		}
		return known ? Transport.WGET : Transport.TFTP;
	}

	private void load() throws BenchException {
		final List<BootFile> files = bundle.bootFiles(variant());
		log.total(files.stream().mapToLong(BootFile::size).sum());
		final Transport transport = transport();
		load(transport, "kernel_size", bundle.kernel()); //$NON-NLS-1$
		final Optional<BootFile> initram = bundle.initram();
		if (initram.isPresent()) {
			load(transport, "initram_size", initram.get()); //$NON-NLS-1$
		}
		final Optional<BootFile> dtb = bundle.dtb(variant());
		if (dtb.isPresent()) {
			load(transport, "dtb_size", dtb.get()); //$NON-NLS-1$
		}
	}

	private void load(Transport transport, String variable, BootFile file) throws BenchException {
		log.message(NLS.bind(Messages.BootSteps_loading, file.name()));
		final Bootloader uboot = session.bootloader();
		final boolean http = transport == Transport.WGET;
		final String protocol = http ? "http" : "tftp"; //$NON-NLS-1$ //$NON-NLS-2$
		final String url = serving.publish(protocol, true, file.name(), file.path());
		final var seen = serving.seen(protocol, true);
		final String address = Quoting.uboot(file.address());
		final String command;
		if (http) {
			uboot.set("httpdstp", Integer.toString(seen.getPort())); //$NON-NLS-1$
			command = "wget " + address + ' ' + Quoting.uboot(seen.getAddress().getHostAddress() + ':' + URI.create(url).getRawPath()); //$NON-NLS-1$
		} else {
			command = "tftpboot " + address + ' ' + Quoting.uboot(serving.name(file.name())); //$NON-NLS-1$
		}
		try (var meter = new LoadMeter(serving.server(protocol, true), serving.name(file.name()), file.size(), log)) {
			check(file, uboot.run(command, config.timeouts().load()).output(), protocol);
			meter.complete();
		}
		uboot.set(variable, Long.toHexString(file.size()));
	}

	private void check(BootFile file, String said, String protocol) throws BenchException {
		final var loaded = LOADED.matcher(said);
		if (!loaded.find()) {
			throw Meaning.ofLoad(file.name(), said, serving.seen(protocol, true), serving.server(protocol, true));
		}
		if (Long.parseLong(loaded.group(1)) != file.size()) {
			throw BenchException.failed(NLS.bind(Messages.BootSteps_short, new Object[] {file.name(), Long.toString(file.size()), loaded.group(1)}))
					.why(session.script().lastLines(20)).next(Messages.BootSteps_shortNext).build();
		}
	}

	private void boot() throws BenchException {
		session.at(Place.BOOTING);
		session.bootloader().leave(bundle.bootCommand(variant()));
		Shell.awaitLogin(session.script(), shellOptions());
	}

	private ShellOptions shellOptions() {
		final Login login = bundle.manifest().spec().login();
		return new ShellOptions(login.loginPrompt(), login.prompt(), text(login.username()), login.password(), config.timeouts().boot(),
				config.timeouts().login(), config.bootloader().prompt());
	}
}
