package dev.benchtop.core.internal.plugin;

import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Brings what the code logs ({@link System.Logger}) into the log of the product, instead of the terminal from which it was started. */
@Component(service = ProductLog.class, immediate = true)
public final class ProductLog extends Handler {

	private static final Logger ROOT = Logger.getLogger(""); //$NON-NLS-1$
	private static final Map<Level, Integer> SEVERITIES = Map.of(Level.SEVERE, FrameworkLogEntry.ERROR, Level.WARNING, FrameworkLogEntry.WARNING);

	private final FrameworkLog log;

	@Activate
	public ProductLog(@Reference FrameworkLog log) {
		this.log = log;
		setFormatter(new SimpleFormatter());
		for (final Handler handler : ROOT.getHandlers()) {
			if (handler instanceof ConsoleHandler) {
				ROOT.removeHandler(handler);
			}
		}
		ROOT.addHandler(this);
	}

	@Override
	public void publish(LogRecord entry) {
		log.log(new FrameworkLogEntry(entry.getLoggerName() == null ? "" : entry.getLoggerName(), //$NON-NLS-1$
				SEVERITIES.getOrDefault(entry.getLevel(), FrameworkLogEntry.INFO), 0, getFormatter().formatMessage(entry), 0, entry.getThrown(), null));
	}

	@Override
	public void flush() {
		// the log of the product writes each entry at once
	}

	@Override
	@Deactivate
	public void close() {
		ROOT.removeHandler(this);
	}
}
