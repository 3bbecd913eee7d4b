package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.PrivateFiles;

/**
 * One life of a machine, from power on to power off, as any process finds it in the board's state folder.
 * Every run has files of its own, so that whoever cleans up after one never touches the next.
 *
 * @param id unique
 * @param state the folder of the machine
 * @param runtime the short folder for sockets
 * @param accel KVM or TCG
 * @param reason why
 * @param warnings what is not as it should be, in sentences
 * @param ports the ports of this machine that lead to the board, by name
 * @param disposable whether what the board writes is dropped
 * @param command QEMU's command line; empty before it is known
 */
record Run(String id, String state, String runtime, String accel, String reason, List<String> warnings, Map<String, Integer> ports, boolean disposable, List<String> command) {

	/** The line that firmware and kernels talk on. */
	static final String CONSOLE = "s"; //$NON-NLS-1$
	/** The line of QEMU's monitor. */
	static final String MONITOR = "m"; //$NON-NLS-1$

	private static final int LAST_WORDS = 4 << 10;
	private static final int MOST_WORDS = 1 << 20;
	private static final System.Logger LOG = System.getLogger(Run.class.getName());
	private static final Gson GSON = new Gson();
	private static final Pattern ENDING = Pattern.compile("\\d+ \\(qemu-system.*\\) (\\S)"); //$NON-NLS-1$
	private static final Set<String> GONE = Set.of("Z", "X"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final String RECORD = "run.json"; //$NON-NLS-1$

	Run {
		warnings = warnings == null ? List.of() : warnings;
		ports = ports == null ? Map.of() : ports;
		command = command == null ? List.of() : command;
	}

	/** The last run of the machine, going or not. */
	static Optional<Run> last(Path state) {
		try {
			return Optional.ofNullable(GSON.fromJson(Files.readString(state.resolve(RECORD)), Run.class));
		} catch (IOException | JsonParseException _) {
			return Optional.empty();
		}
	}

	/** Makes it the last run of the machine. */
	void save() throws IOException {
		PrivateFiles.replace(Path.of(state, RECORD), GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
	}

	Path pidFile() {
		return Path.of(state, id + ".pid"); //$NON-NLS-1$
	}

	/** What QEMU says once it is detached. */
	Path words() {
		return Path.of(state, id + ".err"); //$NON-NLS-1$
	}

	/** The socket for events: whoever watches the machine stays connected to it. */
	Path events() {
		return Path.of(runtime, id + ".e"); //$NON-NLS-1$
	}

	/** The socket for commands: connected to only for as long as one takes. */
	Path commands() {
		return Path.of(runtime, id + ".c"); //$NON-NLS-1$
	}

	/** A disk, or the variables, of a run whose writes are dropped. */
	Path temporary(String name) {
		return Path.of(state, id + '.' + name + ".qcow2"); //$NON-NLS-1$
	}

	/** The socket of the screen. */
	Path display() {
		return Path.of(runtime, id + ".v"); //$NON-NLS-1$
	}

	/** A line of text: the beginning of the names of the pipe for {@link #keyboard} and of the way to nowhere for what is logged anyway. */
	Path line(String tag) {
		return Path.of(runtime, id + '.' + tag);
	}

	/** The pipe from which a line takes what is typed. */
	Path keyboard(String tag) {
		return Path.of(line(tag) + ".in"); //$NON-NLS-1$
	}

	/** Where a line sends what its log holds too. */
	Path sink(String tag) {
		return Path.of(line(tag) + ".out"); //$NON-NLS-1$
	}

	/** The same run once its command line is known. */
	Run with(List<String> line) {
		return new Run(id, state, runtime, accel, reason, warnings, ports, disposable, line);
	}

	/** The process, if it goes: the one with that id is QEMU with this run's files, and no other that was given the id later. */
	OptionalLong pid() {
		try {
			final long pid = Long.parseLong(Files.readString(pidFile()).strip());
			final String line = commandLine(pid);
			return line.contains(pidFile().toString()) || line.isEmpty() && isEnding(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
		} catch (IOException | NumberFormatException _) {
			return OptionalLong.empty();
		}
	}

	boolean goes() {
		return pid().isPresent();
	}

	/** The last that QEMU said, as far as a person reads it; empty where it said nothing. */
	String said() {
		try (var file = FileChannel.open(words(), StandardOpenOption.READ)) {
			final var end = ByteBuffer.allocate(LAST_WORDS);
			final long from = Math.max(0, file.size() - LAST_WORDS);
			while (end.hasRemaining() && file.read(end, from + end.position()) > 0) {
				continue;
			}
			return new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1).replace("\0", "").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException _) {
			return ""; //$NON-NLS-1$
		}
	}

	/**
	 * Frees the room that QEMU's words take where they have become many since the file was {@code mark} bytes long; as QEMU goes on where it
	 * was, the file only seems to be longer.
	 *
	 * @return the mark for the next time
	 */
	long trimWords(long mark) {
		try (var file = FileChannel.open(words(), StandardOpenOption.WRITE)) {
			final long size = file.size();
			if (size - mark > MOST_WORDS) {
				file.truncate(0);
				return size;
			}
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, words().toString(), e);
		}
		return mark;
	}

	/** The mark to begin with for who did not see what went before: how long the file is where it was trimmed, which then begins with nothing. */
	long firstMark() {
		try (var file = FileChannel.open(words(), StandardOpenOption.READ)) {
			final var first = ByteBuffer.allocate(1);
			return file.read(first) == 1 && first.get(0) == 0 ? file.size() : 0;
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, words().toString(), e);
			return 0;
		}
	}

	/** Takes away what a run that has gone leaves behind; its words stay for whoever started it, if there are any. */
	void clean() {
		delete(pidFile());
		sweep(Path.of(runtime), id + ".*"); //$NON-NLS-1$
		sweep(Path.of(state), id + ".*.qcow2"); //$NON-NLS-1$
		if (said().isEmpty()) {
			delete(words());
		}
	}

	/** Takes away everything of a run that has gone. */
	void forget() {
		clean();
		delete(words());
	}

	private static void sweep(Path folder, String names) {
		try (var files = Files.newDirectoryStream(folder, names)) {
			files.forEach(Run::delete);
		} catch (NoSuchFileException _) {
			return; // and so is what lay in it
		} catch (IOException | DirectoryIteratorException e) {
			LOG.log(System.Logger.Level.WARNING, folder.toString(), e);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, file.toString(), e);
		}
	}

	/** Whether it is a QEMU whose memory has gone already, while it may still hold its files. */
	private static boolean isEnding(long pid) throws IOException {
		final var stat = ENDING.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1)); //$NON-NLS-1$ //$NON-NLS-2$
		return stat.lookingAt() && !GONE.contains(stat.group(1));
	}

	private static String commandLine(long pid) throws IOException {
		final Path arguments = Path.of("/proc", Long.toString(pid), "cmdline"); //$NON-NLS-1$ //$NON-NLS-2$
		if (Files.isDirectory(Path.of("/proc/self"))) { //$NON-NLS-1$
			try {
				return new String(Files.readAllBytes(arguments), StandardCharsets.UTF_8);
			} catch (NoSuchFileException _) {
				return ""; //$NON-NLS-1$
			}
		}
		return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse(""); //$NON-NLS-1$
	}
}
