package dev.benchtop.ui.internal.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.driver.ConfigSchema.Field;

/** A list of simple values, one a line. */
final class LinesField extends FieldEditor {

	private static final int LINES = 4;

	private final Text text;

	LinesField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label(parent));
		text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setText(value.map(LinesField::lines).orElse("")); //$NON-NLS-1$
		text.setMessage(Messages.LinesField_onePerLine);
		text.addModifyListener(_ -> changed());
		text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		GridDataFactory.fillDefaults().grab(true, false).hint(200, LINES * text.getLineHeight()).applyTo(text);
		dress(text);
	}

	private static String lines(Object value) {
		return value instanceof List<?> list ? list.stream().map(Scalar::text).collect(Collectors.joining("\n")) : Scalar.text(value); //$NON-NLS-1$
	}

	private List<String> entries() {
		return text.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	@Override
	Optional<Object> value() {
		final var entries = entries();
		return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
	}

	@Override
	Optional<String> problem() {
		return super.problem().or(() -> field().element().flatMap(
				element -> entries().stream().map(entry -> Scalar.problem(element, entry)).flatMap(Optional::stream).findFirst()));
	}
}
