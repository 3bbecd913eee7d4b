package dev.benchtop.uboot.bundle;

import java.util.List;
import java.util.Map;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The manifest of a flasher bundle: Jumpstarter's {@code FlashBundleManifest} of version v1alpha1. {@link FlasherBundle}
 * chooses by name what it lists.
 */
public record Manifest(@Option(ApiVersion.NAME) ApiVersion apiVersion, @Option(Kind.NAME) Kind kind, @Option(required = true) Metadata metadata,
		@Option(required = true) Spec spec) {

	/** The version of the format. */
	public enum ApiVersion {
		V1ALPHA1;

		private static final String NAME = "jumpstarter.dev/v1alpha1"; //$NON-NLS-1$

		@Override
		public String toString() {
			return NAME;
		}
	}

	/** What the file is. */
	public enum Kind {
		FLASH_BUNDLE_MANIFEST;

		private static final String NAME = "FlashBundleManifest"; //$NON-NLS-1$

		@Override
		public String toString() {
			return NAME;
		}
	}

	/** What the bundle is called. */
	public record Metadata(@Option(required = true) String name) {
	}

	/** The shell of the system that is booted. */
	public enum ShellType {
		BUSYBOX
	}

	/**
	 * How the board is booted and written.
	 *
	 * @param link where more is told about the board; may be empty
	 * @param bootcmd what U-Boot boots by, where the variant of the device tree has nothing of its own
	 * @param targets disks by name: a {@link Device} as text
	 * @param initram null where the kernel needs none
	 * @param dtb null where the kernel needs none
	 * @param preflashCommands run in the shell before a target is written
	 */
	public record Spec(@Option(required = true) String manufacturer, String link, @Option(required = true) String bootcmd,
			@Option("busybox") ShellType shelltype, @Option("{login_prompt: 'login:', prompt: '#'}") Login login,
			@Option(key = "default_target", required = true) String defaultTarget, @Option(required = true) Map<String, String> targets,
			@Option(required = true) Load kernel, Load initram, DeviceTree dtb,
			@Option(key = "preflash_commands") List<String> preflashCommands) {
	}

	/**
	 * What the booted system asks for.
	 *
	 * @param prompt the shell's
	 * @param username empty where there is no login
	 * @param password null where it asks for none
	 */
	public record Login(@Option(key = "login_prompt", required = true) String loginPrompt, @Option(required = true) String prompt, String username,
			Secret password) {
	}

	/**
	 * A file that U-Boot loads.
	 *
	 * @param file its path in the bundle
	 * @param address where in the board's memory, as U-Boot reads it
	 */
	public record Load(@Option(required = true) String file, @Option(required = true) String address) {
	}

	/**
	 * Device trees, of which one is chosen.
	 *
	 * @param standard the name of the variant where none is chosen
	 */
	public record DeviceTree(@Option(key = "default", required = true) String standard, @Option(required = true) String address,
			@Option(required = true) Map<String, Variant> variants) {
	}

	/** A variant of the board: its device tree, or its own boot command, or both; what it has not is empty. */
	public record Variant(String file, String bootcmd) {
	}

	public String name() {
		return metadata.name;
	}

	/** The names of all variants of the device tree; none where the bundle has none. */
	public List<String> variants() {
		return spec.dtb == null ? List.of() : List.copyOf(spec.dtb.variants.keySet());
	}

	/** The names of all targets. */
	public List<String> targets() {
		return List.copyOf(spec.targets.keySet());
	}
}
