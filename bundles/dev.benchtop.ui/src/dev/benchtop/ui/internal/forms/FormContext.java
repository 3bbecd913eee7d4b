package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.benchtop.core.driver.ConfigSchema.Field;

/**
 * What the fields of a form share.
 *
 * @param folder against which relative paths count
 * @param secretPrefix how the names of secrets begin that the form stores
 * @param help hears which field has the focus
 * @param onChange runs when any field changed
 */
record FormContext(Path folder, Supplier<String> secretPrefix, Consumer<Field> help, Runnable onChange) {
}
