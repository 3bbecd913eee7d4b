package dev.benchtop.ui.internal.servers;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String NoServers_text;
	public static String NoServers_title;
	public static String ServerActions_clear;
	public static String ServerActions_copies;
	public static String ServerActions_curl;
	public static String ServerActions_nothing;
	public static String ServerActions_publish;
	public static String ServerActions_runs;
	public static String ServerActions_selectOne;
	public static String ServerActions_serve;
	public static String ServerActions_serveHelp;
	public static String ServerActions_stands;
	public static String ServerActions_start;
	public static String ServerActions_stop;
	public static String ServerActions_uBoot;
	public static String ServerActions_url;
	public static String ServerActions_withdraw;
	public static String ServerRoom_files;
	public static String ServerRoom_folder;
	public static String ServerRoom_folderNext;
	public static String ServerRoom_publishing;
	public static String ServerRoom_serving;
	public static String ServerRoom_starting;
	public static String ServerRoom_stopping;
	public static String ServersStatus_many;
	public static String ServersStatus_tooltip;
	public static String ServersTree_address;
	public static String ServersTree_error;
	public static String ServersTree_off;
	public static String ServersTree_published;
	public static String ServersTree_server;
	public static String ServersTree_serves;
	public static String TransferTable_again;
	public static String TransferTable_client;
	public static String TransferTable_file;
	public static String TransferTable_options;
	public static String TransferTable_progress;
	public static String TransferTable_rate;
	public static String TransferTable_time;
	public static String Words_failed;
	public static String Words_left;
	public static String Words_near;
	public static String Words_notThere;
	public static String Words_notThereTimes;
	public static String Words_of;
	public static String Words_oneTransfer;
	public static String Words_received;
	public static String Words_sent;
	public static String Words_transfers;
	public static String Words_waits;

	static {
		initializeMessages("dev.benchtop.ui.internal.servers.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
