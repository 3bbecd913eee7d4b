package dev.benchtop.ui.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.Errors;

/** The report of a task as a JSON file, with the keys that the command line prints. */
final class FlashReportFile {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault()); //$NON-NLS-1$

	private FlashReportFile() {
	}

	/** Asks where to, and saves it there. */
	static void save(Shell shell, FlashTask task) {
		final var dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setOverwrite(true);
		dialog.setFileName("flash-" + task.order().flasher().board().name() + '-' + STAMP.format(task.created()) + ".json"); //$NON-NLS-1$ //$NON-NLS-2$
		final String chosen = dialog.open();
		if (chosen != null) {
			try {
				Files.writeString(Path.of(chosen), text(task));
			} catch (IOException e) {
				Errors.show(BenchException.failed(Messages.FlashReportFile_failed).where(chosen).why(e).build());
			}
		}
	}

	static String text(FlashTask task) {
		final var json = new JsonObject();
		json.addProperty("board", task.order().flasher().board().name()); //$NON-NLS-1$
		json.addProperty("flasher", task.order().flasher().path()); //$NON-NLS-1$
		json.addProperty("target", task.order().target()); //$NON-NLS-1$
		json.addProperty(task.order() instanceof FlashTask.Dump ? "file" : "image", task.order().label()); //$NON-NLS-1$ //$NON-NLS-2$
		json.addProperty("started", task.created().toString()); //$NON-NLS-1$
		json.addProperty("result", FlashWords.result(task)); //$NON-NLS-1$
		task.report().ifPresent(report -> {
			json.addProperty("outcome", report.outcome().name()); //$NON-NLS-1$
			json.addProperty("bytes", report.bytes()); //$NON-NLS-1$
			report.sha256().ifPresent(sha256 -> json.addProperty("sha256", sha256)); //$NON-NLS-1$
			json.addProperty("seconds", report.time().toMillis() / 1000.0); //$NON-NLS-1$
			final var phases = new JsonArray();
			report.phases().forEach(phase -> {
				final var one = new JsonObject();
				one.addProperty("id", phase.id()); //$NON-NLS-1$
				one.addProperty("seconds", phase.time().toMillis() / 1000.0); //$NON-NLS-1$
				one.addProperty("bytes", phase.bytes()); //$NON-NLS-1$
				phases.add(one);
			});
			json.add("phases", phases); //$NON-NLS-1$
		});
		task.failure().ifPresent(failure -> json.addProperty("error", failure.getMessage())); //$NON-NLS-1$
		return new GsonBuilder().setPrettyPrinting().create().toJson(json) + '\n';
	}
}
