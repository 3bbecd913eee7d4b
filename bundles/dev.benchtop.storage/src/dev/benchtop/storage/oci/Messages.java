package dev.benchtop.storage.oci;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Artifact_escape;
	public static String Artifact_file;
	public static String Artifact_missing;
	public static String Artifact_twice;
	public static String AuthFiles_unreadable;
	public static String CredentialHelper_failed;
	public static String Digest_wrong;
	public static String LayoutSource_noBlob;
	public static String LayoutSource_none;
	public static String LayoutSource_size;
	public static String LayoutSource_tags;
	public static String Manifest_nothing;
	public static String Manifest_size;
	public static String Manifest_unreadable;
	public static String OciBackend_changed;
	public static String OciBackend_deep;
	public static String OciBackend_noPlatform;
	public static String OciBackend_noPresign;
	public static String OciBackend_readOnly;
	public static String OciBackends_half;
	public static String OciDriverFactory_offline;
	public static String OciDriverFactory_offlineDetail;
	public static String OciDriverFactory_reached;
	public static String OciDriverFactory_unusable;
	public static String OciReference_wrong;
	public static String OciResolver_unusable;
	public static String Platform_wrong;
	public static String RegistryLogin_downgrade;
	public static String RegistryLogin_noToken;
	public static String Source_largeManifest;
	public static String VerifyingStream_long;
	public static String VerifyingStream_short;
	public static String VerifyingStream_wrong;

	static {
		initializeMessages("dev.benchtop.storage.oci.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
