package dev.benchtop.ui.console.book;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One column of a table whose cells are written in it.
 *
 * @param title above it
 * @param weight its share of the width
 * @param get what a row has there: a text or a {@code Boolean}
 * @param set puts it there
 */
record Column<R>(String title, int weight, Function<R, Object> get, BiConsumer<R, Object> set) {
}
