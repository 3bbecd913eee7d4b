package dev.benchtop.core.driver;

import java.util.Set;

import dev.benchtop.core.BenchException;

/**
 * Makes drivers of one type. A bundle contributes it as a Declarative Services component.
 * <p>
 * Labels and help of the configuration's keys stand under {@code TYPE.KEY.label} and {@code TYPE.KEY.help} in the file
 * {@code OSGI-INF/l10n/bundle.properties} of the bundle, those of the type itself under {@code TYPE.label} and {@code TYPE.help}.
 *
 * @param <C> the configuration: a record whose components are the keys of {@code config}, annotated with {@link Option}
 */
public interface DriverFactory<C extends Record> {

	/** The {@code type} of a node, such as {@code qemu}. */
	String type();

	Class<C> configType();

	/** Other names of the type: the class paths of Jumpstarter's drivers that it stands for. */
	default Set<String> aliases() {
		return Set.of();
	}

	/** An SVG of this bundle by its path in it, such as {@code icons/qemu.svg}; empty for the common one. */
	default String icon() {
		return ""; //$NON-NLS-1$
	}

	/** What a node of this configuration will offer; static, touches no hardware. */
	NodeShape describe(C config);

	/**
	 * Makes the driver. Cheap: it may look for a machine that runs already, but starts nothing and waits for nothing.
	 *
	 * @throws BenchException if the driver cannot work here, with what to do about it
	 */
	Driver create(DriverContext context, C config) throws BenchException;
}
