package dev.benchtop.ui.console.log;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FindBar_close;
	public static String FindBar_count;
	public static String FindBar_counting;
	public static String FindBar_find;
	public static String FindBar_matchCase;
	public static String FindBar_most;
	public static String FindBar_next;
	public static String FindBar_none;
	public static String FindBar_noPattern;
	public static String FindBar_previous;
	public static String FindBar_regex;
	public static String FindBar_searching;
	public static String HexCanvas_name;
	public static String LogCanvas_name;
	public static String LogPane_copy;
	public static String LogPane_copyTimes;
	public static String LogPane_find;
	public static String LogPane_next;
	public static String LogPane_previous;
	public static String LogPane_selectAll;
	public static String LogPane_selectFirst;
	public static String LogPane_timeless;
	public static String LogPane_zero;
	public static String TimeStyle_absolute;
	public static String TimeStyle_delta;
	public static String TimeStyle_off;
	public static String TimeStyle_sinceStart;

	static {
		initializeMessages("dev.benchtop.ui.console.log.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
