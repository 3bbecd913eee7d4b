package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;

/** Makes the fitting editor for each kind of value. */
final class Fields {

	private Fields() {
	}

	static FieldEditor create(Composite parent, Field field, Optional<Object> value, FormContext context) {
		return switch (field.kind()) {
			case BOOLEAN -> new CheckField(parent, field, value, context);
			case CHOICE -> new ChoiceField(parent, field, value, context);
			case PATH -> new PathField(parent, field, value, context);
			case SECRET -> new SecretField(parent, field, value, context);
			case LIST -> isScalar(field) ? new LinesField(parent, field, value, context) : new EntriesField(parent, field, value, context);
			case MAP -> new EntriesField(parent, field, value, context);
			case RECORD -> new RecordField(parent, field, value, context);
			case TEXT, INTEGER, SIZE, DURATION -> new TextField(parent, field, value, context);
		};
	}

	private static boolean isScalar(Field field) {
		return field.element().map(element -> element.kind() != Kind.RECORD && element.kind() != Kind.LIST && element.kind() != Kind.MAP).orElse(true);
	}
}
