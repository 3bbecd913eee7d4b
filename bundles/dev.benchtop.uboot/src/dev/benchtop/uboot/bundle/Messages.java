package dev.benchtop.uboot.bundle;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String BundleCheck_file;
	public static String BundleCommand_bad;
	public static String BundleCommand_fetched;
	public static String BundleCommand_fetching;
	public static String BundleCommand_good;
	public static String BundleDescription_at;
	public static String BundleDescription_boot;
	public static String BundleDescription_default;
	public static String BundleDescription_dtb;
	public static String BundleDescription_fileAndCommand;
	public static String BundleDescription_initram;
	public static String BundleDescription_kernel;
	public static String BundleDescription_loaded;
	public static String BundleDescription_login;
	public static String BundleDescription_noLogin;
	public static String BundleDescription_preflash;
	public static String BundleDescription_targets;
	public static String BundleDescription_title;
	public static String BundleDescription_variant;
	public static String BundleDescription_variants;
	public static String FlasherBundle_empty;
	public static String FlasherBundle_field;
	public static String FlasherBundle_missing;
	public static String FlasherBundle_noFile;
	public static String FlasherBundle_noTarget;
	public static String FlasherBundle_noTargetNamed;
	public static String FlasherBundle_noVariant;
	public static String FlasherBundle_noVariantInManifest;
	public static String FlasherBundle_notClosed;
	public static String FlasherBundle_outside;
	public static String FlasherBundle_targets;
	public static String FlasherBundle_unreadable;
	public static String FlasherBundle_variants;
	public static String FlasherBundles_unusable;
	public static String ManifestFile_large;
	public static String ManifestFile_line;
	public static String ManifestFile_missing;
	public static String ManifestFile_missingNext;
	public static String ManifestFile_notText;
	public static String ManifestFile_unreadable;
	public static String ManifestFile_wrong;
	public static String Unpacked_escape;
	public static String Unpacked_large;
	public static String Unpacked_many;
	public static String Unpacked_notTar;
	public static String Unpacked_special;

	static {
		NLS.initializeMessages("dev.benchtop.uboot.bundle.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
