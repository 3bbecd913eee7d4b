package dev.benchtop.ui.internal;

import java.util.Arrays;
import java.util.function.Function;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Appearance, and what is asked. */
public final class GeneralPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	public GeneralPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		setPreferenceStore(Preferences.store());
	}

	@Override
	protected void createFieldEditors() {
		addField(new ComboFieldEditor(Preferences.THEME, Messages.GeneralPage_theme, choices(Theme.values(), GeneralPage::label), getFieldEditorParent()));
		addField(new ComboFieldEditor(Preferences.ON_QUIT, Messages.GeneralPage_onQuit, choices(OnQuit.values(), GeneralPage::label),
				getFieldEditorParent()));
		addField(new BooleanFieldEditor(Preferences.CONFIRM_INTERRUPTS, Messages.GeneralPage_confirm, getFieldEditorParent()));
	}

	@Override
	public boolean performOk() {
		final boolean done = super.performOk();
		Preferences.theme().apply();
		return done;
	}

	private static <T extends Enum<T>> String[][] choices(T[] values, Function<T, String> label) {
		return Arrays.stream(values).map(value -> new String[] { label.apply(value), value.name() }).toArray(String[][]::new);
	}

	private static String label(Theme theme) {
		return switch (theme) {
			case SYSTEM -> Messages.GeneralPage_system;
			case LIGHT -> Messages.GeneralPage_light;
			case DARK -> Messages.GeneralPage_dark;
		};
	}

	private static String label(OnQuit answer) {
		return switch (answer) {
			case ASK -> Messages.GeneralPage_ask;
			case LEAVE_ON -> Messages.GeneralPage_leaveOn;
			case SWITCH_OFF -> Messages.GeneralPage_switchOff;
		};
	}
}
