package dev.benchtop.core.driver;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;

/** Labels and help of a driver type and its keys, in the user's language, from its bundle's {@code OSGI-INF/l10n/bundle.properties}. */
public final class DriverTexts {

	private static final String BASE = "OSGI-INF/l10n/bundle"; //$NON-NLS-1$

	private final String type;
	private final Properties texts;

	private DriverTexts(String type, Properties texts) {
		this.type = type;
		this.texts = texts;
	}

	public static DriverTexts of(DriverFactory<?> factory) {
		final var texts = new Properties();
		final var control = ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);
		final var locales = control.getCandidateLocales(BASE, Locale.getDefault());
		for (final var locale : locales.reversed()) {
			read(factory.getClass().getClassLoader(), control.toBundleName(BASE, locale) + ".properties", texts); //$NON-NLS-1$
		}
		return new DriverTexts(factory.type(), texts);
	}

	private static void read(ClassLoader loader, String name, Properties texts) {
		try {
			for (final var url : Collections.list(loader.getResources(name))) {
				try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
					texts.load(reader);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What the type is called; the type itself where the bundle does not say. */
	public String label() {
		return texts.getProperty(type + ".label", type); //$NON-NLS-1$
	}

	/** One sentence on what the type is good for; may be empty. */
	public String help() {
		return texts.getProperty(type + ".help", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What a key is called; made of the key where the bundle does not say. Keys of nested records are dotted: {@code disks.size}. */
	public String label(String key) {
		final String label = texts.getProperty(type + '.' + key + ".label"); //$NON-NLS-1$
		return label == null ? fromKey(key) : label;
	}

	/** One sentence on a key; may be empty. */
	public String help(String key) {
		return texts.getProperty(type + '.' + key + ".help", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static String fromKey(String key) {
		final String words = key.substring(key.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
		return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}
}
