package dev.benchtop.ui.internal.forms;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BoardEditing_folderMessage;
	public static String BoardEditing_folderTitle;
	public static String BoardEditing_importFilter;
	public static String BoardEditing_importTitle;
	public static String BoardEditing_noExporter;
	public static String BoardEditing_noExporterNext;
	public static String BoardEditing_notImported;
	public static String BoardEditing_refreshing;
	public static String BoardEditing_unreadable;
	public static String ChoiceField_default;
	public static String ChoiceField_none;
	public static String ConfigForm_advanced;
	public static String ConfigForm_lessAdvanced;
	public static String EditBoardDialog_message;
	public static String EditBoardDialog_node;
	public static String EditBoardDialog_save;
	public static String EditBoardDialog_shell;
	public static String EntriesField_add;
	public static String EntriesField_edit;
	public static String EntriesField_remove;
	public static String EntryDialog_name;
	public static String EntryDialog_noName;
	public static String FieldEditor_finding;
	public static String FieldEditor_key;
	public static String FieldEditor_label;
	public static String FieldEditor_required;
	public static String FieldEditor_requiredLabel;
	public static String FormWithPreview_preview;
	public static String FoundTemplate_description;
	public static String HowPage_description;
	public static String HowPage_noPower;
	public static String HowPage_power;
	public static String LinesField_onePerLine;
	public static String NamePage_about;
	public static String NamePage_badName;
	public static String NamePage_description;
	public static String NamePage_exists;
	public static String NamePage_file;
	public static String NamePage_name;
	public static String NamePage_title;
	public static String NewBoardWizard_title;
	public static String PathField_browse;
	public static String Scalar_tooHigh;
	public static String Scalar_tooLow;
	public static String SecretField_empty;
	public static String SecretField_show;
	public static String SecretField_showTooltip;
	public static String SecretField_unchanged;
	public static String TextDialog_changed;
	public static String TextDialog_changedNext;
	public static String TextDialog_notSaved;
	public static String TextDialog_systemEditor;
	public static String WhatPage_description;
	public static String WhatPage_found;
	public static String WhatPage_foundLabel;
	public static String WhatPage_looking;
	public static String WhatPage_nothing;
	public static String WhatPage_templates;
	public static String WhatPage_title;

	static {
		initializeMessages("dev.benchtop.ui.internal.forms.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
