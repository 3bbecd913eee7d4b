package dev.benchtop.ui.internal.disks;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String DiskList_looking;
	public static String DiskMenu_backUp;
	public static String DiskMenu_copyName;
	public static String DiskMenu_copyNames;
	public static String DiskMenu_fixed;
	public static String DiskMenu_flash;
	public static String DisksView_none;
	public static String DisksView_noneAtAll;

	static {
		initializeMessages("dev.benchtop.ui.internal.disks.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
