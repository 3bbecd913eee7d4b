package dev.benchtop.disk.linux;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BlockFile_closed;
	public static String DiskService_none;
	public static String DiskService_silent;
	public static String LinuxDisks_swap;
	public static String Opening_busyNext;
	public static String Opening_failed;
	public static String Opening_goneNext;
	public static String Opening_noRight;
	public static String Opening_noRightNext;
	public static String Opening_readOnlyNext;
	public static String Opening_unmount;
	public static String Opening_unmountNext;

	static {
		initializeMessages("dev.benchtop.disk.linux.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
