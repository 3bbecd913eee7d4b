package dev.benchtop.uboot.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.uboot.bundle.Manifest.Load;
import dev.benchtop.uboot.bundle.Manifest.Spec;
import dev.benchtop.uboot.bundle.Manifest.Variant;

/** A bundle as its manifest describes it; never with the password. */
record BundleDescription(FlasherBundle bundle) {

	private Spec spec() {
		return bundle.manifest().spec();
	}

	/** For people. */
	List<String> lines() {
		final var lines = new ArrayList<String>();
		lines.add(NLS.bind(Messages.BundleDescription_title, bundle.manifest().name(), spec().manufacturer()));
		if (!spec().link().isEmpty()) {
			lines.add(spec().link());
		}
		add(lines, Messages.BundleDescription_targets, spec().targets(), spec().defaultTarget());
		if (spec().dtb() != null) {
			add(lines, Messages.BundleDescription_variants, spec().dtb().variants().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
					entry -> words(entry.getValue()), (one, other) -> one, LinkedHashMap::new)), spec().dtb().standard());
		}
		final var loads = new LinkedHashMap<String, String>();
		load(loads, Messages.BundleDescription_kernel, spec().kernel());
		load(loads, Messages.BundleDescription_initram, spec().initram());
		if (spec().dtb() != null) {
			loads.put(Messages.BundleDescription_dtb, NLS.bind(Messages.BundleDescription_at, Messages.BundleDescription_variant, spec().dtb().address()));
		}
		loads.put(Messages.BundleDescription_boot, spec().bootcmd());
		loads.put(Messages.BundleDescription_login, spec().login().username().isEmpty() ? Messages.BundleDescription_noLogin : spec().login().username());
		add(lines, Messages.BundleDescription_loaded, loads, ""); //$NON-NLS-1$
		if (!spec().preflashCommands().isEmpty()) {
			lines.add(Messages.BundleDescription_preflash);
			spec().preflashCommands().forEach(command -> lines.add("  " + command)); //$NON-NLS-1$
		}
		return lines;
	}

	private static String words(Variant variant) {
		return variant.file().isEmpty() ? variant.bootcmd()
				: variant.bootcmd().isEmpty() ? variant.file() : NLS.bind(Messages.BundleDescription_fileAndCommand, variant.file(), variant.bootcmd());
	}

	private static void load(Map<String, String> loads, String what, Load load) {
		if (load != null) {
			loads.put(what, NLS.bind(Messages.BundleDescription_at, load.file(), load.address()));
		}
	}

	private static void add(List<String> lines, String heading, Map<String, String> entries, String standard) {
		lines.add(heading);
		final int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
		entries.forEach((name, value) -> lines.add("  " + name + " ".repeat(width - name.length() + 2) //$NON-NLS-1$ //$NON-NLS-2$
				+ (name.equals(standard) ? NLS.bind(Messages.BundleDescription_default, value) : value)));
	}

	/** For programs. */
	Map<String, Object> json() {
		final var json = new LinkedHashMap<String, Object>();
		json.put("reference", bundle.label()); //$NON-NLS-1$
		json.put("name", bundle.manifest().name()); //$NON-NLS-1$
		json.put("manufacturer", spec().manufacturer()); //$NON-NLS-1$
		json.put("link", spec().link()); //$NON-NLS-1$
		json.put("targets", spec().targets()); //$NON-NLS-1$
		json.put("defaultTarget", spec().defaultTarget()); //$NON-NLS-1$
		json.put("bootCommand", spec().bootcmd()); //$NON-NLS-1$
		json.put("kernel", json(spec().kernel())); //$NON-NLS-1$
		if (spec().initram() != null) {
			json.put("initram", json(spec().initram())); //$NON-NLS-1$
		}
		if (spec().dtb() != null) {
			json.put("dtbAddress", spec().dtb().address()); //$NON-NLS-1$
			json.put("defaultVariant", spec().dtb().standard()); //$NON-NLS-1$
			final var variants = new LinkedHashMap<String, Object>();
			spec().dtb().variants().forEach((name, variant) -> variants.put(name, Map.of("file", variant.file(), "bootCommand", variant.bootcmd()))); //$NON-NLS-1$ //$NON-NLS-2$
			json.put("variants", variants); //$NON-NLS-1$
		}
		json.put("username", spec().login().username()); //$NON-NLS-1$
		json.put("loginPrompt", spec().login().loginPrompt()); //$NON-NLS-1$
		json.put("prompt", spec().login().prompt()); //$NON-NLS-1$
		json.put("preflashCommands", spec().preflashCommands()); //$NON-NLS-1$
		return json;
	}

	private static Map<String, Object> json(Load load) {
		return Map.of("file", load.file(), "address", load.address()); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
