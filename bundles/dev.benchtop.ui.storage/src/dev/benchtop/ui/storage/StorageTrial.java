package dev.benchtop.ui.storage;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench.Trial;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.capability.Storage;

/** Looks whether a storage works before it is saved, and says so in one sentence. */
final class StorageTrial {

	private static final Pattern TEST_SECRET = Pattern.compile("\\$\\{secret:(test-[A-Za-z0-9_.-]+)\\}"); //$NON-NLS-1$

	private final StorageRoom room;
	private final String text;
	private volatile boolean cancelled;
	private volatile Trial trial;

	/** @param text the file of the storage; secrets whose names begin with {@code test-} are forgotten afterwards */
	StorageTrial(StorageRoom room, String text) {
		this.room = room;
		this.text = text;
	}

	/** Begins; {@code verdict} hears on the UI thread whether it works, and a sentence. */
	void run(BiConsumer<Boolean, String> verdict) {
		Thread.ofPlatform().daemon().name("Storage test").start(() -> { //$NON-NLS-1$
			final String problem = problem();
			if (!cancelled) {
				room.display().asyncExec(() -> verdict.accept(problem.isEmpty(), problem.isEmpty() ? Messages.StorageTrial_works : problem));
			}
		});
	}

	private String problem() {
		final var bench = room.session().bench();
		if (bench.isEmpty()) {
			return Messages.StorageTrial_noBench;
		}
		try (var tried = bench.get().trial(text)) {
			trial = tried;
			final var wrong = tried.board().findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).findFirst();
			if (wrong.isPresent()) {
				return wrong.get().message();
			}
			tried.board().find("", Storage.class).use(Storage.class).test(); //$NON-NLS-1$
			return ""; //$NON-NLS-1$
		} catch (BenchException e) {
			return sentence(e);
		} finally {
			forgetSecrets();
		}
	}

	/** One sentence: what the server said where there is one that said something. */
	private static String sentence(BenchException e) {
		if (e.getCause() instanceof FileSystemException told && told.getReason() != null) {
			return told instanceof AccessDeniedException ? NLS.bind(Messages.StorageTrial_refused, without(2, told.getReason()))
					: NLS.bind(Messages.StorageTrial_wrong, without(1, told.getReason()));
		}
		return Stream.of(e.what(), e.why().orElse(""), e.next().orElse("")).filter(part -> !part.isEmpty()).collect(Collectors.joining(": ")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** What stands behind the first colons: before them a storage says what was tried, and how that failed. */
	private static String without(int parts, String reason) {
		final String[] words = reason.split(": ", parts + 1); //$NON-NLS-1$
		return words[words.length - 1];
	}

	private void forgetSecrets() {
		final var store = PlatformUI.getWorkbench().getService(SecretStore.class);
		TEST_SECRET.matcher(text).results().map(match -> match.group(1)).distinct().forEach(name -> {
			try {
				store.remove(name);
			} catch (BenchException e) {
				ILog.of(StorageTrial.class).warn(e.getMessage(), e);
			}
		});
	}

	/** Ends it: what it made is closed, which ends what it waits for. */
	void cancel() {
		cancelled = true;
		final var tried = trial;
		if (tried != null) {
			Thread.ofPlatform().daemon().name("Storage test end").start(tried::close); //$NON-NLS-1$
		}
	}
}
