package dev.benchtop.core.driver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of a driver's configuration, on the component of its record.
 * The type of the component is one of String, int, long, boolean, enum, {@code ByteSize}, {@code Duration}, {@code Path},
 * {@code Secret}, a nested record, a {@code List} of them, or a {@code Map} from String to them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

	/** The key in the file, where it is not the component's name (a name that Java does not allow). */
	String key() default "";

	/**
	 * The value where the key is missing, written as in the file (YAML flow style for lists and maps).
	 * An empty text makes an empty list, map, text or an absent (null) value; {@link #required} makes the key necessary.
	 */
	String value() default "";

	boolean required() default false;

	/** Other names of the key: those of Jumpstarter. */
	String[] alias() default {};

	/** The lowest number that is allowed. */
	long min() default Long.MIN_VALUE;

	/** The highest number that is allowed. */
	long max() default Long.MAX_VALUE;

	/** Whether a form hides it at first, under <i>Advanced</i>. */
	boolean advanced() default false;

	/** Values to offer for a text that is open to others too. */
	String[] proposals() default {};
}
