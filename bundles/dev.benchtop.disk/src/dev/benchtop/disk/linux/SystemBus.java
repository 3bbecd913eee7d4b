package dev.benchtop.disk.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

import dev.benchtop.core.CancelToken;

/** A connection to the system bus by sd-bus(3), which takes files out of answers. For one thread, a platform thread. */
final class SystemBus implements AutoCloseable {

	private static final String LIBRARY = "libsystemd.so.0"; //$NON-NLS-1$
	private static final String BLOCK = "org.freedesktop.UDisks2.Block"; //$NON-NLS-1$
	private static final String FILE_SYSTEM = "org.freedesktop.UDisks2.Filesystem"; //$NON-NLS-1$
	/** How long a user may think over what polkit asks. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final long STEP_MICROS = 100_000;
	/** Where the specification of D-Bus has it. */
	private static final String SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"; //$NON-NLS-1$
	/** A name, a message, and whether they are to be freed. */
	private static final long ERROR_BYTES = 24;
	private static final int DUPLICATE_CLOSE_ON_EXEC = 1030;
	private static final int MOST_WORDS = 4096;

	/** What a message says. */
	@FunctionalInterface
	private interface Content {
		void add(MemorySegment message) throws IOException;
	}

	private final Arena arena = Arena.ofConfined();
	private final CancelToken cancel;
	private final SymbolLookup library;
	private final MemorySegment bus;

	private SystemBus(CancelToken cancel) throws IOException {
		this.cancel = cancel;
		try {
			library = SymbolLookup.libraryLookup(LIBRARY, arena);
			final MemorySegment place = arena.allocate(ADDRESS);
			call("sd_bus_new", place); //$NON-NLS-1$
			bus = place.get(ADDRESS, 0);
		} catch (IllegalArgumentException e) {
			arena.close();
			throw new IOException(Messages.DiskService_none, e);
		} catch (IOException e) {
			arena.close();
			throw e;
		}
	}

	/** Connects; an empty address is that of the system bus. Who cancels ends the waiting for an answer. */
	static SystemBus connect(String address, CancelToken cancel) throws IOException {
		final var connection = new SystemBus(cancel);
		try {
			connection.start(address.isEmpty() ? System.getenv().getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS) : address); //$NON-NLS-1$
			return connection;
		} catch (IOException e) {
			connection.close();
			throw new IOException(Messages.DiskService_none + ": " + e.getMessage(), e); //$NON-NLS-1$
		}
	}

	private void start(String address) throws IOException {
		call("sd_bus_set_address", bus, arena.allocateFrom(address)); //$NON-NLS-1$
		call("sd_bus_set_bus_client", bus, 1); //$NON-NLS-1$
		call("sd_bus_start", bus); //$NON-NLS-1$
	}

	/** Calls {@code Block.OpenDevice}; returns a file of this process's own. */
	int openDevice(String service, String object, String mode, int flags) throws IOException {
		final MemorySegment reply = ask(service, object, BLOCK, "OpenDevice", message -> open(message, mode, flags)); //$NON-NLS-1$
		try {
			final MemorySegment file = arena.allocate(JAVA_INT);
			call("sd_bus_message_read_basic", reply, (byte) 'h', file); //$NON-NLS-1$
			return Posix.duplicate(file.get(JAVA_INT, 0), DUPLICATE_CLOSE_ON_EXEC);
		} finally {
			release("sd_bus_message_unref", reply); //$NON-NLS-1$
		}
	}

	private void open(MemorySegment message, String mode, int flags) throws IOException {
		append(message, 's', arena.allocateFrom(mode));
		open(message, 'a', "{sv}"); //$NON-NLS-1$
		open(message, 'e', "sv"); //$NON-NLS-1$
		append(message, 's', arena.allocateFrom("flags")); //$NON-NLS-1$
		open(message, 'v', "i"); //$NON-NLS-1$
		append(message, 'i', arena.allocateFrom(JAVA_INT, flags));
		for (int depth = 0; depth < 3; depth++) {
			call("sd_bus_message_close_container", message); //$NON-NLS-1$
		}
	}

	/** Calls {@code Filesystem.Unmount}. */
	void unmount(String service, String object) throws IOException {
		release("sd_bus_message_unref", ask(service, object, FILE_SYSTEM, "Unmount", message -> { //$NON-NLS-1$ //$NON-NLS-2$
			open(message, 'a', "{sv}"); //$NON-NLS-1$
			call("sd_bus_message_close_container", message); //$NON-NLS-1$
		}));
	}

	/** Asks and waits; the answer is the caller's to release. */
	private MemorySegment ask(String service, String object, String type, String member, Content content) throws IOException {
		final MemorySegment place = arena.allocate(ADDRESS);
		call("sd_bus_message_new_method_call", bus, place, arena.allocateFrom(service), arena.allocateFrom(object), arena.allocateFrom(type), //$NON-NLS-1$
				arena.allocateFrom(member));
		final MemorySegment message = place.get(ADDRESS, 0);
		try {
			call("sd_bus_message_set_allow_interactive_authorization", message, 1); //$NON-NLS-1$
			content.add(message);
			final MemorySegment cookie = arena.allocate(JAVA_LONG);
			call("sd_bus_send", bus, message, cookie); //$NON-NLS-1$
			return answer(cookie.get(JAVA_LONG, 0));
		} finally {
			release("sd_bus_message_unref", message); //$NON-NLS-1$
		}
	}

	private void append(MemorySegment message, char type, MemorySegment value) throws IOException {
		call("sd_bus_message_append_basic", message, (byte) type, value); //$NON-NLS-1$
	}

	private void open(MemorySegment message, char type, String content) throws IOException {
		call("sd_bus_message_open_container", message, (byte) type, arena.allocateFrom(content)); //$NON-NLS-1$
	}

	/** The answer to the message of that number; other messages are nothing to us. */
	private MemorySegment answer(long number) throws IOException {
		final long end = System.nanoTime() + PATIENCE.toNanos();
		final MemorySegment place = arena.allocate(ADDRESS);
		final MemorySegment cookie = arena.allocate(JAVA_LONG);
		while (!cancel.isCancelled() && System.nanoTime() < end) {
			final int done = call("sd_bus_process", bus, place); //$NON-NLS-1$
			final MemorySegment message = place.get(ADDRESS, 0);
			if (!message.equals(MemorySegment.NULL)) {
				if ((int) invoke("sd_bus_message_get_reply_cookie", JAVA_INT, message, cookie) >= 0 && cookie.get(JAVA_LONG, 0) == number) { //$NON-NLS-1$
					return checked(message);
				}
				release("sd_bus_message_unref", message); //$NON-NLS-1$
			} else if (done == 0) {
				call("sd_bus_wait", bus, STEP_MICROS); //$NON-NLS-1$
			}
		}
		throw new IOException(Messages.DiskService_silent);
	}

	private MemorySegment checked(MemorySegment reply) throws IOException {
		if (call("sd_bus_message_is_method_error", reply, MemorySegment.NULL) == 0) { //$NON-NLS-1$
			return reply;
		}
		try {
			final MemorySegment error = ((MemorySegment) invoke("sd_bus_message_get_error", ADDRESS, reply)).reinterpret(ERROR_BYTES); //$NON-NLS-1$
			final MemorySegment words = error.get(ADDRESS, ADDRESS.byteSize());
			throw new IOException((words.equals(MemorySegment.NULL) ? error.get(ADDRESS, 0) : words).reinterpret(MOST_WORDS).getString(0));
		} finally {
			release("sd_bus_message_unref", reply); //$NON-NLS-1$
		}
	}

	/** Calls a function that returns a number, negative for an error. */
	private int call(String name, Object... values) throws IOException {
		final int result = (int) invoke(name, JAVA_INT, values);
		if (result < 0) {
			throw new IOException(Posix.words(-result));
		}
		return result;
	}

	private void release(String name, MemorySegment thing) throws IOException {
		invoke(name, ADDRESS, thing);
	}

	private Object invoke(String name, MemoryLayout result, Object... values) throws IOException {
		final var layouts = new MemoryLayout[values.length];
		for (int i = 0; i < values.length; i++) {
			layouts[i] = switch (values[i]) {
				case Integer _ -> JAVA_INT;
				case Long _ -> JAVA_LONG;
				case Byte _ -> JAVA_BYTE;
				default -> ADDRESS;
			};
		}
		final MethodHandle function = Linker.nativeLinker().downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, layouts));
		try {
			return function.invokeWithArguments(values);
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IOException(e);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			release("sd_bus_flush_close_unref", bus); //$NON-NLS-1$
		} finally {
			arena.close();
		}
	}
}
